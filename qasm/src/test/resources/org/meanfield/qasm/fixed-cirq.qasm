// Generated from Cirq v1.4.1

OPENQASM 2.0;
include "qelib1.inc";


// Qubits: [q(0), q(1)]
qreg q[2];
creg m_result[2];  // Measurement: result


h q[0];
rx(pi*0.25) q[1];
sx q[0];
rz(pi*-0.5) q[1];

// Gate: ISWAP**0.5
cx q[0],q[1];
h q[0];
cx q[1],q[0];
rz(pi*0.25) q[0];
cx q[1],q[0];
rz(pi*-0.25) q[0];
h q[0];
cx q[0],q[1];

// Gate: PhasedXZGate(axis_phase_exponent=0.1, x_exponent=0.2, z_exponent=0.3)
u3(pi*0.2,pi*1.9,pi*0.4) q[0];

measure q[0] -> m_result[0];
measure q[1] -> m_result[1];
