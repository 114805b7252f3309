/// The platform's face: [org.meanfield.core.Platform] and the values it takes and returns.
package org.meanfield.core;
