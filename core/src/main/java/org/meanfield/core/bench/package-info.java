/// What this machine reaches.
package org.meanfield.core.bench;
