package org.meanfield.kernels.pauli;

import java.util.Arrays;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// Plain loops: the scalar twin of [VectorPauliLanes].
final class PlainPauliLanes implements PauliLanes {
  @Override
  public void sineCosine(
      RotationTable table,
      int planes,
      /* wide */ double[] angles,
      int first,
      int stride,
      double[] numbers) {
    for (int angle = 0; angle < table.angles(); angle++) {
      for (int i = 0; i < planes * LANES; i++) {
        /* wide */ double theta = angles[first + angle * stride + i];
        int factors = table.factorPlace(angle);
        int plane = i / LANES * table.plane() + i % LANES;
        SineCosine.fill(
            theta, numbers, lanePlace(table, angle, i), factors < 0 ? -1 : factors + plane);
      }
    }
  }

  @Override
  public void slopes(
      RotationTable table,
      int planes,
      double[] numbers,
      /* wide */ double[] slopes,
      int first,
      int stride) {
    for (int angle = 0; angle < table.angles(); angle++) {
      for (int i = 0; i < planes * LANES; i++) {
        slopes[first + angle * stride + i] = numbers[lanePlace(table, angle, i) + PauliRows.SLOPE];
      }
    }
  }

  private static int lanePlace(RotationTable table, int angle, int i) {
    return table.anglePlace(angle, i / LANES) + i % LANES;
  }

  @Override
  public void forward(RotationTable table, int planes, double[] numbers) {
    for (int run = 0; run < table.rowRuns; run++) {
      Kind kind = table.kind[run];
      for (int part = 0; part < planes * LANES; part++) {
        int r = part / LANES * table.plane() + part % LANES;
        int to = table.target[run] + r;
        for (int p = table.start[run]; p < table.start[run + 1]; p += kind.stride()) {
          double[] values = new Cube(table, kind, p, part, numbers).outputs();
          for (int w = 0; w < values.length; w++) {
            boolean used = (table.places[p] >> w & 1) != 0;
            numbers[used ? to : table.idlePlace() + r] = values[w];
            to += PauliRows.ROW;
          }
        }
      }
    }
  }

  @Override
  public void addEnds(RotationTable table, int planes, double[] numbers, double[] sums) {
    for (int run = table.rowRuns; run < table.kind.length; run++) {
      Kind kind = table.kind[run];
      for (int part = 0; part < planes * HALF; part++) {
        int lower = part / HALF * LANES + part % HALF;
        int to = table.target[run] + part % HALF;
        for (int p = table.start[run]; p < table.start[run + 1]; p += kind.stride()) {
          double[] a = new Cube(table, kind, p, lower, numbers).outputs();
          double[] b = new Cube(table, kind, p, lower + HALF, numbers).outputs();
          for (int w = 0; w < a.length; w++) {
            sums[to] += a[w] + b[w];
            to += HALF;
          }
        }
      }
    }
  }

  @Override
  public void backward(RotationTable table, int planes, double[] numbers, double[] weights) {
    for (int run = table.kind.length - 1; run >= 0; run--) {
      back(table, run, planes, numbers, weights);
    }
  }

  private static void back(
      RotationTable table, int run, int planes, double[] numbers, double[] weights) {
    Kind kind = table.kind[run];
    boolean ends = run >= table.rowRuns;
    for (int part = 0; part < planes * LANES; part++) {
      int from =
          ends
              ? table.target[run] / HALF
              : table.target[run] + part / LANES * table.plane() + part % LANES;
      for (int p = table.start[run]; p < table.start[run + 1]; p += kind.stride()) {
        double[] adjoints = new double[kind.outputs()];
        for (int w = 0; w < adjoints.length; w++) {
          if (ends || (table.places[p] >> w & 1) != 0) {
            adjoints[w] = ends ? weights[from] : numbers[from];
          }
          from += ends ? 1 : PauliRows.ROW;
        }
        new Cube(table, kind, p, part, numbers).back(adjoints);
      }
    }
  }

  /// One operation for one lane.
  private static final class Cube {
    private final Kind kind;

    /// Edges with a tangent.
    private final int edges;

    private final double[] numbers;

    /// Where the inputs are.
    private final int[] at;

    /// Where row 0 is, and the idle one.
    private final int zero;

    private final int idle;

    /// Where the angles are, of scaled edges too.
    private final int[] angle;

    /// Where the factors of scaled edges are.
    private final int[] factor;

    Cube(RotationTable table, Kind kind, int p, int part, double[] numbers) {
      int r = part / LANES * table.plane() + part % LANES;
      this.zero = table.place(0, 0) + r;
      this.idle = table.idlePlace() + r;
      this.kind = kind;
      this.edges = kind.turned() + kind.branched();
      this.numbers = numbers;
      this.at = new int[kind.inputs()];
      this.angle = new int[kind.angles()];
      this.factor = new int[kind.scaled()];
      Arrays.setAll(at, u -> table.places[p + 1 + u] + r);
      int next = p + 1 + at.length;
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

    private double[] inputs(double scale) {
      double[] x = new double[at.length];
      for (int u = 0; u < x.length; u++) {
        x[u] = scale * numbers[at[u]];
      }
      return x;
    }

    /// a − t b at bit 0 and b + t a at bit 1 along the turned edges; with −t on the way back.
    private void turn(double[] x, int sign) {
      for (int i = 0; i < kind.turned(); i++) {
        double t = sign * tangent(i);
        int bit = 1 << i;
        for (int u = 0; u < at.length; u++) {
          if ((u & bit) == 0) {
            double a = x[u];
            double b = x[u | bit];
            x[u] = Math.fma(-t, b, a);
            x[u | bit] = Math.fma(t, a, b);
          }
        }
      }
    }

    double[] outputs() {
      if (angle.length == 0) {
        return new double[] {-numbers[at[0]]};
      }
      double scale = cosines();
      for (int place : factor) {
        scale *= numbers[place];
      }
      double[] x = Arrays.copyOf(inputs(scale), kind.outputs());
      turn(x, 1);
      for (int i = kind.turned(); i < edges; i++) {
        for (int u = 0; u < 1 << i; u++) {
          x[u | 1 << i] = tangent(i) * x[u];
        }
      }
      return x;
    }

    /// With x the inputs times the cosines and m the adjoints, each at the same place, the slope is
    /// Σ (m_b x_a − m_a x_b) over the pairs (a, b) of a turned edge; Σ f x, f = m_b − t m_a from
    /// the pairs of a branched edge, contracted along the others; and Σ m x times the derivative of
    /// the factor along a scaled one; everything times the other factors.
    void back(double[] m) {
      if (angle.length == 0) {
        store(0, -m[0]);
        return;
      }
      double[] slope = new double[angle.length];
      double cosines = cosines();
      double[] x = inputs(cosines);
      boolean middle = kind.branched() > 0;
      if (middle) {
        double[] y = x.clone();
        turn(y, 1);
        for (int i = edges - 1; i >= kind.turned(); i--) {
          slope[i] = sumOfProducts(across(m, i), y);
        }
        turnedSlopes(m, y, slope);
      }
      turn(m, -1);
      if (!middle) {
        turnedSlopes(m, x, slope);
      }
      double scale = factor.length == 0 ? 1 : numbers[factor[0]];
      for (int j = 1; j < factor.length; j++) {
        scale *= numbers[factor[j]];
      }
      for (int i = 0; i < edges; i++) {
        slope[i] *= scale;
      }
      if (factor.length > 0) {
        double sum = sumOfProducts(m, x);
        for (int j = 0; j < factor.length; j++) {
          slope[edges + j] = sum;
          for (int other = 0; other < factor.length; other++) {
            int derivative = other == j ? PauliRows.DERIVATIVE : 0;
            slope[edges + j] *= numbers[factor[other] + derivative];
          }
        }
      }
      for (int u = 0; u < at.length; u++) {
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

    /// Takes the adjoints back along branched edge i, the last one left; returns f.
    private double[] across(double[] m, int i) {
      double[] f = new double[1 << i];
      for (int u = 0; u < 1 << i; u++) {
        double a = m[u];
        double b = m[u | 1 << i];
        m[u] = Math.fma(tangent(i), b, a);
        f[u] = Math.fma(-tangent(i), a, b);
      }
      for (int j = i - 1; j >= kind.turned(); j--) {
        for (int u = 0; u < 1 << j; u++) {
          f[u] = Math.fma(tangent(j), f[u | 1 << j], f[u]);
        }
      }
      return f;
    }

    private void turnedSlopes(double[] m, double[] x, double[] slope) {
      for (int i = 0; i < kind.turned(); i++) {
        int bit = 1 << i;
        double up = m[bit] * x[0];
        double down = m[0] * x[bit];
        for (int u = 1; u < at.length; u++) {
          if ((u & bit) == 0) {
            up = Math.fma(m[u | bit], x[u], up);
            down = Math.fma(m[u], x[u | bit], down);
          }
        }
        slope[i] = up - down;
      }
    }

    private double sumOfProducts(double[] a, double[] b) {
      double sum = a[0] * b[0];
      for (int u = 1; u < at.length; u++) {
        sum = Math.fma(a[u], b[u], sum);
      }
      return sum;
    }
  }

  @Override
  public void addProducts(double[] factors, double[] matrix, double[] sums) {
    for (int i = 0; i < factors.length; i++) {
      for (int j = 0; j < sums.length; j++) {
        sums[j] = Math.fma(factors[i], matrix[i * sums.length + j], sums[j]);
      }
    }
  }
}
