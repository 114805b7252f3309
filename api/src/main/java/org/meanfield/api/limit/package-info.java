/// The mean-field limit: start laws, limit problems and the path of μ_t.
package org.meanfield.api.limit;
