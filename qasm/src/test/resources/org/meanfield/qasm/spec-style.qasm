OPENQASM 3.1;
include "stdgates.inc";
const int n = 3;
const int layers = 2;
const float step = π / 8;
input array[float[64], layers, n] theta;
input array[angle[32], n] x;
qubit[n] data;
qubit anc;
let all = data ++ anc;

gate zz(t) a, b { cx a, b; rz(t) b; cx a, b; }
gate mix(t) a, b, c {
  for int i in [0:1] { zz(t / 2) a, b; }
  ctrl @ ry(t) b, c;
  gphase(t / 4);
}

for uint q in [0:n - 1] ry(x[q]) data[q];
for int l in [0:layers - 1] {
  for int q in {0, 1, 2} {
    rx(theta[l, q] + step * x[q] * x[(q + 1) % n]) data[q];
  }
  mix(theta[l][0] - 0.5) data[0], data[1], anc;
  ctrl(2) @ x data[0], data[1], data[2];
  inv @ mix(2 * theta[l, 2]) data[2], data[0], all[-1];
}
pow(2) @ t all[0:2:2];
barrier all;
