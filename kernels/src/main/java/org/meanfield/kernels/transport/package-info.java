/// Ground costs between one point and many, for transport solvers.
package org.meanfield.kernels.transport;
