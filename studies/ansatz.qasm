// Two qubits, a feature map and a trained layer, as tools export it.
OPENQASM 3.0;
include "stdgates.inc";

input array[float[64], 2] x;
input array[float[64], 5] theta;
qubit[2] q;

ry(x[0]) q[0];
ry(x[1]) q[1];
cp(x[0] * x[1]) q[0], q[1];

for int i in [0:1] {
  ry(theta[i]) q[i];
  rz(theta[2 + i]) q[i];
}
// A controlled rotation has period 4π: the study says 'period: rescale'.
crx(theta[4]) q[1], q[0];
