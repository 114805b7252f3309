/// Does assumption A1 hold for this expert? What it declares, held against what is found.
package org.meanfield.core.audit;
