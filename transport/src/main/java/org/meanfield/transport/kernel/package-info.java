/// `mmd`: maximum mean discrepancies under kernels on the torus.
package org.meanfield.transport.kernel;
