/// The continuity equation on the cells of a grid: finite volumes.
package org.meanfield.limits.volume;
