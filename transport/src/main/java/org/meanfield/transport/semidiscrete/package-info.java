/// `semi-discrete`: a cloud onto a density, by boxes that cells of points cut. Requires `exact`.
package org.meanfield.transport.semidiscrete;
