/// `exact`: levels from coarse to fine, an auction and a network simplex on each; in one dimension
/// the circle.
package org.meanfield.transport.exact;
