/// Optimal transport between weighted point clouds, every value with its certificate.
package org.meanfield.api.transport;
