/// Commands about distances between clouds.
package org.meanfield.app.transport;
