/// `sliced`: transport on circles, averaged over directions. Requires `circle`.
package org.meanfield.transport.sliced;
