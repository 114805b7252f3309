/// Circuits in OpenQASM: [QasmReader] and [QasmWriter].
package org.meanfield.qasm;
