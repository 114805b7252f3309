/// Integration in time, and the functions of time that come of it.
package org.meanfield.limits.time;
