/// Limits in closed form: sums of first harmonics, one datum.
package org.meanfield.limits.closedform;
