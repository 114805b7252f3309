/// Prices and what they prove: whom a point would like best at them, c-transforms, certificates.
/// Requires `cost` and `course`.
package org.meanfield.transport.dual;
