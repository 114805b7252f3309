/// From a plan to a run directory: the limit first, then one cell per N and replicate.
package org.meanfield.core.run;
