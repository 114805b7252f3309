/// Which services there are: providers found at run time, checked, looked up by id.
package org.meanfield.core.catalog;
