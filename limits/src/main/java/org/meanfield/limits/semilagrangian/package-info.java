/// Mass carried along characteristics and put back on a grid.
package org.meanfield.limits.semilagrangian;
