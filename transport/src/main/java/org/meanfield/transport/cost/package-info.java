/// Points and masses: what moving one point to another costs, masses as integers, orders that keep
/// neighbours together.
package org.meanfield.transport.cost;
