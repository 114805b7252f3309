/// The run directory on disk: its tables, the study's text and the provenance.
package org.meanfield.core.store;
