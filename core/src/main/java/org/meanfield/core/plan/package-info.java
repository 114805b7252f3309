/// From a study file to a plan: every choice made, all faults at once.
package org.meanfield.core.plan;
