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
      double[] trig) {
    for (int angle = 0; angle < table.angles(); angle++) {
      for (int i = 0; i < planes * LANES; i++) {
        /* wide */ double theta = angles[first + angle * stride + i];
        SineCosine.compute(theta, trig, lanePlace(table, angle, i));
      }
    }
  }

  @Override
  public void slopes(
      RotationTable table,
      int planes,
      double[] trig,
      /* wide */ double[] slopes,
      int first,
      int stride) {
    for (int angle = 0; angle < table.angles(); angle++) {
      for (int i = 0; i < planes * LANES; i++) {
        slopes[first + angle * stride + i] = trig[lanePlace(table, angle, i) + PauliRows.SLOPE];
      }
    }
  }

  private static int lanePlace(RotationTable table, int angle, int i) {
    return table.trigPlace(angle, i / LANES) + i % LANES;
  }

  @Override
  public void broadcast(
      RotationTable table, int planes, double[] numbers, int[] which, double[] rows) {
    for (int i = 0; i < numbers.length; i++) {
      for (int plane = 0; plane < planes; plane++) {
        int at = table.adjointPlace(which[i], plane);
        Arrays.fill(rows, at, at + LANES, numbers[i]);
      }
    }
  }

  @Override
  public void forward(RotationTable table, int planes, double[] trig, double[] rows) {
    for (int run = 0; run < table.kind.length; run++) {
      forward(table, run, planes, trig, rows);
    }
  }

  @Override
  public void forwardRead(RotationTable table, int planes, double[] trig, double[] rows) {
    for (int run = 0; run < table.kind.length; run++) {
      if (table.read[run]) {
        forward(table, run, planes, trig, rows);
      }
    }
  }

  private static void forward(
      RotationTable table, int run, int planes, double[] trig, double[] rows) {
    Kind kind = table.kind[run];
    double[] x = new double[kind.outputs()];
    for (int part = 0; part < planes * LANES; part++) {
      int r = part / LANES * table.plane() + part % LANES;
      int k = part / LANES * table.trigPlane() + part % LANES;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < table.start[run + 1]; p += kind.stride()) {
        double a = rows[table.places[p] + r];
        switch (kind) {
          case NEGATE -> x[0] = -a;
          case COSINE -> x[0] = trig[table.places[p + 1] + k + PauliRows.COSINE] * a;
          case SINE -> x[0] = trig[table.places[p + 1] + k + PauliRows.SINE] * a;
          default -> {
            load(table, kind, p, r, k, trig, rows, x);
            turn(table, kind, p, k, trig, x);
          }
        }
        for (double each : x) {
          rows[to] = each;
          to += PauliRows.ROW;
        }
      }
    }
  }

  /// C = Π_i cos θ_i.
  private static double factor(RotationTable table, Kind kind, int p, int k, double[] trig) {
    int edges = p + kind.inputs();
    double factor = trig[table.places[edges] + k + PauliRows.COSINE];
    for (int i = 1; i < kind.angles(); i++) {
      factor *= trig[table.places[edges + i] + k + PauliRows.COSINE];
    }
    return factor;
  }

  /// x_u = C v_u.
  private static void load(
      RotationTable table,
      Kind kind,
      int p,
      int r,
      int k,
      double[] trig,
      double[] rows,
      double[] x) {
    double factor = factor(table, kind, p, k, trig);
    for (int u = 0; u < kind.inputs(); u++) {
      x[u] = factor * rows[table.places[p + u] + r];
    }
  }

  private static double tangent(
      RotationTable table, Kind kind, int p, int i, int k, double[] trig) {
    return trig[table.places[p + kind.inputs() + i] + k];
  }

  private static void turn(
      RotationTable table, Kind kind, int p, int k, double[] trig, double[] x) {
    for (int i = 0; i < kind.angles(); i++) {
      double t = tangent(table, kind, p, i, k, trig);
      int bit = 1 << i;
      for (int u = 0; u < Math.max(kind.inputs(), bit); u++) {
        if (i >= kind.turned()) {
          x[u | bit] = t * x[u];
        } else if ((u & bit) == 0) {
          double a = x[u];
          double b = x[u | bit];
          x[u] = Math.fma(-t, b, a);
          x[u | bit] = Math.fma(t, a, b);
        }
      }
    }
  }

  @Override
  public void backward(RotationTable table, int planes, double[] trig, double[] rows) {
    for (int run = table.kind.length - 1; run >= 0; run--) {
      Kind kind = table.kind[run];
      for (int part = 0; part < planes * LANES; part++) {
        int r = part / LANES * table.plane() + part % LANES;
        int k = part / LANES * table.trigPlane() + part % LANES;
        int from = table.target[run] + r + PauliRows.ADJOINT;
        for (int p = table.start[run]; p < table.start[run + 1]; p += kind.stride()) {
          if (kind.turned() + kind.branched() == 0) {
            scaleBack(table, kind, p, from, r, k, trig, rows);
          } else {
            turnBack(table, kind, p, from, r, k, trig, rows);
          }
          from += kind.outputs() * PauliRows.ROW;
        }
      }
    }
  }

  private static void scaleBack(
      RotationTable table, Kind kind, int p, int from, int r, int k, double[] trig, double[] rows) {
    int at = table.places[p] + r;
    double after = rows[from];
    if (kind == Kind.NEGATE) {
      rows[at + PauliRows.ADJOINT] = -after;
      return;
    }
    int angle = table.places[p + 1] + k;
    double c = trig[angle + PauliRows.COSINE];
    double s = trig[angle + PauliRows.SINE];
    rows[at + PauliRows.ADJOINT] = (kind == Kind.COSINE ? c : s) * after;
    double product = rows[at] * after;
    int slope = angle + PauliRows.SLOPE;
    trig[slope] = Math.fma(kind == Kind.COSINE ? -s : c, product, trig[slope]);
  }

  /// With m the adjoints λ/C before the rotations, the slope along edge i is Σ (m_b x_a − m_a x_b)
  /// over the edge's pairs (a, b).
  private static void turnBack(
      RotationTable table, Kind kind, int p, int from, int r, int k, double[] trig, double[] rows) {
    int inputs = kind.inputs();
    double[] x = new double[inputs];
    load(table, kind, p, r, k, trig, rows, x);
    double[] m = new double[kind.outputs()];
    for (int w = 0; w < m.length; w++) {
      m[w] = rows[from + w * PauliRows.ROW];
    }
    double[] slope = new double[kind.angles()];
    for (int i = 0; i < kind.turned(); i++) {
      contract(m, m, m.length, 1 << i, tangent(table, kind, p, i, k, trig));
    }
    for (int i = kind.angles() - 1; i >= kind.turned(); i--) {
      double[] across = new double[1 << (i + 1)];
      contract(m, across, across.length, 1 << i, tangent(table, kind, p, i, k, trig));
      System.arraycopy(across, 1 << i, across, 0, 1 << i);
      for (int j = i - 1; j >= kind.turned(); j--) {
        double t = tangent(table, kind, p, j, k, trig);
        for (int u = 0; u < 1 << j; u++) {
          across[u] = Math.fma(t, across[u | 1 << j], across[u]);
        }
      }
      slope[i] = across[0] * x[0];
      for (int u = 1; u < inputs; u++) {
        slope[i] = Math.fma(across[u], x[u], slope[i]);
      }
    }
    for (int i = 0; i < kind.turned(); i++) {
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
    double factor = factor(table, kind, p, k, trig);
    for (int u = 0; u < inputs; u++) {
      rows[table.places[p + u] + r + PauliRows.ADJOINT] = factor * m[u];
    }
    for (int i = 0; i < kind.angles(); i++) {
      trig[table.places[p + inputs + i] + k + PauliRows.SLOPE] += slope[i];
    }
  }

  /// a + t b at bit 0 and b − t a at bit 1; into `m` at bit 0, into `across` at bit 1.
  private static void contract(double[] m, double[] across, int length, int bit, double t) {
    for (int u = 0; u < length; u++) {
      if ((u & bit) == 0) {
        double a = m[u];
        double b = m[u | bit];
        m[u] = Math.fma(t, b, a);
        across[u | bit] = Math.fma(-t, a, b);
      }
    }
  }

  @Override
  public void addRows(RotationTable table, int planes, int[] which, double[] rows, double[] sums) {
    for (int i = 0; i < which.length; i++) {
      for (int plane = 0; plane < planes; plane++) {
        for (int lane = 0; lane < LANES; lane++) {
          sums[i * LANES + lane] += rows[table.place(which[i], plane) + lane];
        }
      }
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
