/// Linear algebra of small symmetric matrices.
package org.meanfield.core.linear;
