/// What is measured of a run: losses, coupling errors, distances, their statistics, the constants
/// of the theorem and the rates.
package org.meanfield.core.measure;
