OPENQASM 3.0;
include "stdgates.inc";
input float[64] _x_0_;
input float[64] _x_1_;
input float[64] _θ_0_;
input float[64] _θ_1_;
input float[64] _θ_2_;
gate rzx(p0) _gate_q_0, _gate_q_1 {
  h _gate_q_1;
  cx _gate_q_0, _gate_q_1;
  rz(p0) _gate_q_1;
  cx _gate_q_0, _gate_q_1;
  h _gate_q_1;
}
gate RealAmplitudes(_gate_p_0, _gate_p_1) _gate_q_0, _gate_q_1 {
  ry(_gate_p_0) _gate_q_0;
  ry(_gate_p_1) _gate_q_1;
  cx _gate_q_0, _gate_q_1;
}
bit[2] meas;
qubit[2] q;
h q[0];
h q[1];
p(2.0*_x_0_) q[0];
p(2.0*_x_1_) q[1];
cx q[0], q[1];
p(2.0*(pi - _x_0_)*(pi - _x_1_)) q[1];
cx q[0], q[1];
RealAmplitudes(_θ_0_, _θ_1_) q[0], q[1];
rzx(_θ_2_/2) q[1], q[0];
U(pi/2, 0, pi) q[0];
negctrl @ sx q[0], q[1];
barrier q[0], q[1];
meas[0] = measure q[0];
meas[1] = measure q[1];
