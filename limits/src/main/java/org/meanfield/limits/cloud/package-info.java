/// Points of the start law pushed through the flow: lattices, and large samples.
package org.meanfield.limits.cloud;
