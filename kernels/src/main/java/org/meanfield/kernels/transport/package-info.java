/// Ground costs between one point and many, and Gibbs kernels of them, for transport solvers.
package org.meanfield.kernels.transport;
