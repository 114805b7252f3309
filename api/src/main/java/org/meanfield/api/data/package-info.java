/// Data sources and the tables they read.
package org.meanfield.api.data;
