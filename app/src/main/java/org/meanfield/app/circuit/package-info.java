/// Commands about circuits.
package org.meanfield.app.circuit;
