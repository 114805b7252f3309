/// Commands about a study and its runs.
package org.meanfield.app.study;
