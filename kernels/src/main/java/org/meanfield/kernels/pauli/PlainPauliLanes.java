package org.meanfield.kernels.pauli;

/// Plain loops: the scalar twin of [VectorPauliLanes].
final class PlainPauliLanes implements PauliLanes {
  @Override
  public void sineCosine(
      RotationTable table,
      int lanes,
      /* wide */ double[] angles,
      int first,
      int stride,
      double[] numbers) {
    for (int angle = 0; angle < table.angles(); angle++) {
      for (int i = 0; i < lanes; i++) {
        /* wide */ double theta = angles[first + angle * stride + i];
        int factors = table.factorPlace(angle);
        int plane = i / LANES * table.plane() + i % LANES;
        fill(theta, numbers, lanePlace(table, angle, i), factors < 0 ? -1 : factors + plane);
      }
    }
  }

  /// Computes all that belongs to an angle, and sets the slope to 0.
  ///
  /// @param theta θ
  /// @param numbers receives it
  /// @param at where the tangent goes
  /// @param factors where sin θ, cos θ and −sin θ go, or −1
  static void fill(/* wide */ double theta, double[] numbers, int at, int factors) {
    SineCosine.compute(theta, numbers, at + PauliRows.COSINE, at + PauliRows.SLOPE);
    double cosine = numbers[at + PauliRows.COSINE];
    double sine = numbers[at + PauliRows.SLOPE];
    numbers[at] = sine / cosine;
    numbers[at + PauliRows.SLOPE] = 0;
    if (factors >= 0) {
      numbers[factors] = sine;
      numbers[factors + PauliRows.DERIVATIVE] = cosine;
      numbers[factors + 2 * PauliRows.DERIVATIVE] = -sine;
    }
  }

  @Override
  public void slopes(
      RotationTable table,
      int lanes,
      double[] numbers,
      /* wide */ double[] slopes,
      int first,
      int stride) {
    for (int angle = 0; angle < table.angles(); angle++) {
      for (int i = 0; i < lanes; i++) {
        slopes[first + angle * stride + i] = numbers[lanePlace(table, angle, i) + PauliRows.SLOPE];
      }
    }
  }

  private static int lanePlace(RotationTable table, int angle, int i) {
    return table.anglePlace(angle, i / LANES) + i % LANES;
  }

  @Override
  public void forward(RotationTable table, int lanes, double[] numbers) {
    for (int run = 0; run < table.rowRuns; run++) {
      PlainCube cube = new PlainCube(table, table.kind[run], numbers);
      for (int part = 0; part < lanes; part++) {
        int r = part / LANES * table.plane() + part % LANES;
        int to = table.target[run] + r;
        for (int p = table.start[run]; p < table.start[run + 1]; p += cube.stride) {
          to = cube.forward(p, r, to);
        }
      }
    }
  }

  @Override
  public void addEnds(RotationTable table, int lanes, double[] numbers, double[] sums) {
    for (int run = table.rowRuns; run < table.kind.length; run++) {
      PlainCube lower = new PlainCube(table, table.kind[run], numbers);
      PlainCube upper = new PlainCube(table, table.kind[run], numbers);
      double[] none = new double[table.kind[run].outputs()];
      for (int part = 0; part < lanes; part++) {
        if (part % LANES < HALF) {
          int r = part / LANES * table.plane() + part % LANES;
          int to = table.target[run] + part % LANES;
          boolean both = part + HALF < lanes;
          for (int p = table.start[run]; p < table.start[run + 1]; p += lower.stride) {
            double[] a = lower.outputs(p, r);
            double[] b = both ? upper.outputs(p, r + HALF) : none;
            for (int w = 0; w < a.length; w++) {
              sums[to] += a[w] + b[w];
              to += HALF;
            }
          }
        }
      }
    }
  }

  @Override
  public void backward(RotationTable table, int lanes, double[] numbers, double[] weights) {
    for (int run = table.kind.length - 1; run >= 0; run--) {
      PlainCube cube = new PlainCube(table, table.kind[run], numbers);
      boolean ends = run >= table.rowRuns;
      for (int part = 0; part < lanes; part++) {
        int r = part / LANES * table.plane() + part % LANES;
        int from = ends ? table.target[run] / HALF : table.target[run] + r;
        for (int p = table.start[run]; p < table.start[run + 1]; p += cube.stride) {
          from = ends ? cube.backFromEnds(p, r, weights, from) : cube.backFromRows(p, r, from);
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
