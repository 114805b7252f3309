/// Optimal transport between weighted point clouds, every value with its certificate, and
/// discrepancies that are not distances of transport.
package org.meanfield.api.transport;
