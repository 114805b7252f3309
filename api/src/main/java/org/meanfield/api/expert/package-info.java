/// Experts f(θ, x) and the two contractions through which the gradient flow sees them.
package org.meanfield.api.expert;
