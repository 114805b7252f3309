/// How a solve runs: on whose threads its blocks go, how far it is, and whether it goes on.
package org.meanfield.transport.course;
