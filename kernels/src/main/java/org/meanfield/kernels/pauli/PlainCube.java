package org.meanfield.kernels.pauli;

import java.util.Arrays;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// The operations of one kind, one after the other and lane after lane, in plain loops. It keeps
/// the numbers of the operation at hand. Not shareable between threads.
final class PlainCube {
  /// From operation to operation.
  final int stride;

  private final RotationTable table;
  private final double[] numbers;

  private final int turned;

  /// Edges with a tangent.
  private final int edges;

  private final int inputs;

  /// Which outputs are of use.
  private int used;

  /// Where row 0 is, and the idle one.
  private int zero;

  private int idle;

  /// Where the inputs are.
  private final int[] at;

  /// Where the angles are, of scaled edges too.
  private final int[] angle;

  /// Where the factors of scaled edges are.
  private final int[] factor;

  /// Inputs, turned inputs and outputs.
  private final double[] x;

  /// Adjoints, and what lies across a branched edge.
  private final double[] m;

  private final double[] across;
  private final double[] slope;

  PlainCube(RotationTable table, Kind kind, double[] numbers) {
    this.table = table;
    this.numbers = numbers;
    this.stride = kind.stride();
    this.turned = kind.turned();
    this.edges = turned + kind.branched();
    this.inputs = kind.inputs();
    this.at = new int[inputs];
    this.angle = new int[kind.angles()];
    this.factor = new int[kind.scaled()];
    this.x = new double[kind.outputs()];
    this.m = new double[kind.outputs()];
    this.across = new double[kind.outputs()];
    this.slope = new double[kind.angles()];
  }

  /// @param p the operation
  /// @param r the lane
  private void move(int p, int r) {
    used = table.places[p];
    zero = table.place(0, 0) + r;
    idle = table.idlePlace() + r;
    int next = p + 1;
    for (int u = 0; u < inputs; u++) {
      at[u] = table.places[next++] + r;
    }
    for (int i = 0; i < angle.length; i++) {
      if (i >= edges) {
        factor[i - edges] = table.places[next++] + r;
      }
      angle[i] = table.places[next++] + r;
    }
  }

  private double tangent(int edge) {
    return numbers[angle[edge]];
  }

  /// Π_i cos θ_i over the edges with a tangent.
  private double cosines() {
    double product = 1;
    for (int i = 0; i < edges; i++) {
      product *= numbers[angle[i] + PauliRows.COSINE];
    }
    return product;
  }

  private void load(double scale) {
    for (int u = 0; u < inputs; u++) {
      x[u] = scale * numbers[at[u]];
    }
  }

  /// a − t b at bit 0 and b + t a at bit 1 along the turned edges; with −t on the way back.
  private void turn(double[] values, int sign) {
    for (int i = 0; i < turned; i++) {
      double t = sign * tangent(i);
      int bit = 1 << i;
      for (int u = 0; u < inputs; u++) {
        if ((u & bit) == 0) {
          double a = values[u];
          double b = values[u | bit];
          values[u] = Math.fma(-t, b, a);
          values[u | bit] = Math.fma(t, a, b);
        }
      }
    }
  }

  /// {@return the outputs of an operation, until the next}
  double[] outputs(int p, int r) {
    move(p, r);
    if (angle.length == 0) {
      x[0] = -numbers[at[0]];
      return x;
    }
    double scale = cosines();
    for (int place : factor) {
      scale *= numbers[place];
    }
    load(scale);
    turn(x, 1);
    for (int i = turned; i < edges; i++) {
      for (int u = 0; u < 1 << i; u++) {
        x[u | 1 << i] = tangent(i) * x[u];
      }
    }
    return x;
  }

  /// Writes outputs to rows.
  ///
  /// @param to where the first goes
  /// @return where those of the next operation go
  int forward(int p, int r, int to) {
    double[] outputs = outputs(p, r);
    for (int w = 0; w < outputs.length; w++) {
      numbers[(used >> w & 1) != 0 ? to + w * PauliRows.ROW : idle] = outputs[w];
    }
    return to + outputs.length * PauliRows.ROW;
  }

  /// Takes adjoints of rows back.
  ///
  /// @param from where the first is
  /// @return where those of the next operation are
  int backFromRows(int p, int r, int from) {
    move(p, r);
    for (int w = 0; w < m.length; w++) {
      m[w] = (used >> w & 1) != 0 ? numbers[from + w * PauliRows.ROW] : 0;
    }
    back();
    return from + m.length * PauliRows.ROW;
  }

  /// Takes adjoints of ends back.
  ///
  /// @param from the first end
  /// @return the first one of the next operation
  int backFromEnds(int p, int r, double[] weights, int from) {
    move(p, r);
    System.arraycopy(weights, from, m, 0, m.length);
    back();
    return from + m.length;
  }

  /// With x the inputs times the cosines and m the adjoints, each at the same place, the slope is Σ
  /// (m_b x_a − m_a x_b) over the pairs (a, b) of a turned edge; Σ f x, f = m_b − t m_a from the
  /// pairs of a branched edge, contracted along the others; and Σ m x times the derivative of the
  /// factor along a scaled one; everything times the other factors.
  private void back() {
    if (angle.length == 0) {
      store(0, -m[0]);
      return;
    }
    double cosines = cosines();
    load(cosines);
    boolean middle = edges > turned;
    if (middle) {
      turn(x, 1);
      for (int i = edges - 1; i >= turned; i--) {
        contract(i);
        slope[i] = sumOfProducts(across);
      }
      turnedSlopes();
      load(cosines);
    }
    turn(m, -1);
    if (!middle) {
      turnedSlopes();
    }
    double scale = factor.length == 0 ? 1 : numbers[factor[0]];
    for (int j = 1; j < factor.length; j++) {
      scale *= numbers[factor[j]];
    }
    for (int i = 0; i < edges; i++) {
      slope[i] *= scale;
    }
    if (factor.length > 0) {
      Arrays.fill(slope, edges, slope.length, sumOfProducts(m));
      for (int j = 0; j < factor.length; j++) {
        for (int other = 0; other < factor.length; other++) {
          int derivative = other == j ? PauliRows.DERIVATIVE : 0;
          slope[edges + j] *= numbers[factor[other] + derivative];
        }
      }
    }
    for (int u = 0; u < inputs; u++) {
      store(u, cosines * scale * m[u]);
    }
    for (int i = 0; i < angle.length; i++) {
      numbers[angle[i] + PauliRows.SLOPE] += slope[i];
    }
  }

  /// In the place of the coefficient, which is of no use any more.
  private void store(int u, double adjoint) {
    numbers[at[u] == zero ? idle : at[u]] = adjoint;
  }

  /// Takes the adjoints back along branched edge i, the last one left, and finds f.
  private void contract(int i) {
    for (int u = 0; u < 1 << i; u++) {
      double a = m[u];
      double b = m[u | 1 << i];
      m[u] = Math.fma(tangent(i), b, a);
      across[u] = Math.fma(-tangent(i), a, b);
    }
    for (int j = i - 1; j >= turned; j--) {
      for (int u = 0; u < 1 << j; u++) {
        across[u] = Math.fma(tangent(j), across[u | 1 << j], across[u]);
      }
    }
  }

  private void turnedSlopes() {
    for (int i = 0; i < turned; i++) {
      int bit = 1 << i;
      double up = m[bit] * x[0];
      double down = m[0] * x[bit];
      for (int u = 1; u < inputs; u++) {
        if ((u & bit) == 0) {
          up = Math.fma(m[u | bit], x[u], up);
          down = Math.fma(m[u], x[u | bit], down);
        }
      }
      slope[i] = up - down;
    }
  }

  private double sumOfProducts(double[] values) {
    double sum = values[0] * x[0];
    for (int u = 1; u < inputs; u++) {
      sum = Math.fma(values[u], x[u], sum);
    }
    return sum;
  }
}
