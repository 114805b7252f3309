/// Mistakes and warnings: their codes, and a collector so that all are told at once.
package org.meanfield.core.fault;
