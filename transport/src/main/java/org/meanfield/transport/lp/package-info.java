/// `lp`: a general simplex method on small problems, the independent check.
package org.meanfield.transport.lp;
