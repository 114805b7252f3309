/// Density matrices: circuits with any noise.
package org.meanfield.experts.quantum.density;
