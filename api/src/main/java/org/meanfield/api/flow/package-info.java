/// The gradient flow and what integrates it: vector fields, integrators, trajectories and outcomes.
package org.meanfield.api.flow;
