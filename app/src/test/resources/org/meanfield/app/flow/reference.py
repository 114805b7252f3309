"""Independent reference of the gradient flow: ring circuit, 2 qubits, 1 layer, N = 16, n = 3.

Dense matrices (scipy.linalg.expm) and SciPy's DOP853 at rtol = atol = 1e-13. Writes theta0.csv, x.csv,
y.csv and expected.csv beside itself. Run with: python3 reference.py (numpy 2.4.6, scipy 1.17.1).
"""

import csv
import functools
import pathlib

import numpy as np
from scipy.integrate import solve_ivp
from scipy.linalg import expm

HERE = pathlib.Path(__file__).parent
I2 = np.eye(2)
Y = np.array([[0, -1j], [1j, 0]])
Z = np.diag([1.0, -1.0])


def on(q, matrix, qubits=2):
    return functools.reduce(np.kron, [matrix if k == q else I2 for k in range(qubits)])


CZ = np.diag([1.0, 1.0, 1.0, -1.0])
OBSERVABLE = (on(0, Z) + on(1, Z)) / 2
GENERATORS = [on(0, Y), on(1, Y), on(0, Z), on(1, Z)]  # RY q0, RY q1, RZ q0, RZ q1


def state(x):
    psi = np.zeros(4, complex)
    psi[0] = 1
    for q in range(2):
        psi = expm(-0.5j * x[q] * on(q, Y)) @ psi
    return CZ @ psi


def expectation(theta, psi):
    for angle, generator in zip(theta, GENERATORS):
        psi = expm(-0.5j * angle * generator) @ psi
    psi = CZ @ psi
    return float(np.real(psi.conj() @ OBSERVABLE @ psi))


def table(name, header, rows):
    with open(HERE / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([[repr(float(v)) for v in row] for row in rows])


def fast(theta, angles):
    """The same circuit with the rotations multiplied out; checked against expectation below."""
    c, s = np.cos(theta / 2), np.sin(theta / 2)
    psi = np.broadcast_to(angles[None], (len(theta), len(angles), 4)).astype(complex)
    psi = psi.reshape(len(theta), len(angles), 2, 2)
    def ry(psi, k, axis):
        a, b = np.take(psi, 0, axis), np.take(psi, 1, axis)
        ck, sk = c[:, k, None, None], s[:, k, None, None]
        return np.stack([ck * a - sk * b, sk * a + ck * b], axis)
    psi = ry(ry(psi, 0, 2), 1, 3)
    z = np.array([[1.0, 0.0], [0.0, -1.0]])
    return np.einsum("ijab,ab->ij", np.abs(psi) ** 2, z)


def main():
    rng = np.random.default_rng(20250127)
    theta0 = rng.uniform(0, 2 * np.pi, (16, 4))
    x = rng.uniform(-np.pi / 2, np.pi / 2, (3, 2))
    y = np.array([0.7, -0.4, 0.25])
    psi = np.array([state(row) for row in x])
    dense = np.array([[expectation(t, p) for p in psi] for t in theta0])
    assert np.abs(dense - fast(theta0, psi)).max() < 1e-13

    def velocity(_, flat):
        theta = flat.reshape(16, 4)
        residual = y - fast(theta, psi).mean(0)
        out = np.empty_like(theta)
        for k in range(4):
            step = np.zeros(4)
            step[k] = np.pi / 2
            out[:, k] = (fast(theta + step, psi) - fast(theta - step, psi)) / 2 @ residual
        return out.ravel()

    path = solve_ivp(
        velocity, (0, 2), theta0.ravel(), method="DOP853", rtol=1e-13, atol=1e-13, t_eval=[1.0, 2.0])
    table("theta0.csv", [f"theta{k}" for k in range(4)], theta0)
    table("x.csv", ["x0", "x1"], x)
    table("y.csv", ["y"], y[:, None])
    rows = [
        [t, i, *theta]
        for t, flat in zip(path.t, path.y.T)
        for i, theta in enumerate(flat.reshape(16, 4))
    ]
    table("expected.csv", ["time", "particle"] + [f"theta{k}" for k in range(4)], rows)


if __name__ == "__main__":
    main()
