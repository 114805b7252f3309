/// The network simplex on a growing list of arcs, and the flow that it begins with. Requires
/// `cost`.
package org.meanfield.transport.simplex;
