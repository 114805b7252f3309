/// What the methods whose unknowns are a density on a grid have in common.
package org.meanfield.limits.grid;
