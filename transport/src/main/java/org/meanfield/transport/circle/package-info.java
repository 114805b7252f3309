/// `circle`: the best shift of two quantile functions.
package org.meanfield.transport.circle;
