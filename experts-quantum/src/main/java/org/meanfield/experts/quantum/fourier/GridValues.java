package org.meanfield.experts.quantum.fourier;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.Elementary;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.kernels.state.PauliAxis;
import org.meanfield.kernels.state.StateLanes;

/// A circuit as a black box: f at all nodes of a plan's grid, one state per node, turned gate by
/// gate as the circuit has them. Not shareable between threads.
final class GridValues {
  private static final int LANES = StateLanes.LANES;

  /// exp(−iaP/2) with (cos a/2, sin a/2) for each angle it can have: one per node of its parameter,
  /// or one per input.
  private static final class Turn {
    final PauliAxis axis;
    final Drive drive;
    final double[] cos;
    final double[] sin;

    Turn(PauliAxis axis, Drive drive, int angles) {
      this.axis = axis;
      this.drive = drive;
      this.cos = new double[angles];
      this.sin = new double[angles];
    }

    void set(int t, double angle) {
      cos[t] = Math.cos(angle / 2);
      sin[t] = Math.sin(angle / 2);
    }
  }

  private final StateLanes kernels = StateLanes.best();
  private final FourierPlan plan;
  private final PauliSum observable;
  private final List<Turn> turns = new ArrayList<>();
  private final int qubits;
  private final double[] psi;
  private final double[] lambda;
  private final double[] trig = new double[2 * LANES];
  private final double[] row = new double[LANES];
  private final int[][] nodes;

  /// @param circuit without noise
  /// @param observable on the same number of qubits
  /// @param plan the grid
  GridValues(Circuit circuit, PauliSum observable, FourierPlan plan) {
    if (circuit.qubits() != observable.qubits()) {
      throw new IllegalArgumentException(
          "the circuit has %d qubits, the observable %d"
              .formatted(circuit.qubits(), observable.qubits()));
    }
    this.plan = plan;
    this.observable = observable;
    this.qubits = circuit.qubits();
    this.psi = new double[StateLanes.size(qubits)];
    this.lambda = new double[psi.length];
    this.nodes = new int[LANES][plan.parameters()];
    for (Elementary step : circuit.elementary()) {
      switch (step) {
        case Elementary.Rotation(PauliString axis, Drive drive) -> turns.add(turn(axis, drive));
        case Elementary.Disturbance noise ->
            throw new IllegalArgumentException(noise + " has no place in a pure state");
      }
    }
  }

  private Turn turn(PauliString axis, Drive drive) {
    if (!(drive instanceof Drive.Theta(int k, double scale))) {
      return new Turn(axis(axis), drive, 1);
    }
    Turn turn = new Turn(axis(axis), drive, plan.nodes(k));
    for (int t = 0; t < plan.nodes(k); t++) {
      turn.set(t, scale * plan.angle(k, t));
    }
    return turn;
  }

  private PauliAxis axis(PauliString string) {
    return new PauliAxis(qubits, (int) string.x(), (int) string.z(), 1);
  }

  /// Computes f at one input.
  ///
  /// @param x the features
  /// @param out receives one value per node
  void at(double[] x, double[] out) {
    for (Turn turn : turns) {
      if (turn.drive instanceof Drive.Data(Encoding encoding)) {
        turn.set(0, encoding.at(x));
      }
    }
    for (int first = 0; first < out.length; first += LANES) {
      for (int lane = 0; lane < LANES; lane++) {
        plan.node(Math.min(first + lane, out.length - 1), nodes[lane]);
      }
      evaluate();
      System.arraycopy(row, 0, out, first, Math.min(LANES, out.length - first));
    }
  }

  private void evaluate() {
    Arrays.fill(psi, 0);
    Arrays.fill(psi, 0, LANES, 1);
    for (Turn turn : turns) {
      for (int lane = 0; lane < LANES; lane++) {
        int t = turn.drive instanceof Drive.Theta(int k, _) ? nodes[lane][k] : 0;
        trig[lane] = turn.cos[t];
        trig[LANES + lane] = turn.sin[t];
      }
      kernels.rotate(turn.axis, false, psi, 0, psi, 0, trig, 0);
    }
    Arrays.fill(lambda, 0);
    for (PauliSum.Term term : observable.terms()) {
      kernels.addPauli(axis(term.string()), term.coefficient(), psi, 0, lambda, 0);
    }
    kernels.dot(1 << qubits, lambda, 0, psi, 0, row, 0);
  }
}
