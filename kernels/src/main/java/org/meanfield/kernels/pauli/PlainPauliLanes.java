package org.meanfield.kernels.pauli;

/// Plain loops: the scalar twin of [VectorPauliLanes].
final class PlainPauliLanes implements PauliLanes {
  @Override
  public void sineCosine(double[] angles, int from, int width, double[] trig, int to) {
    for (int lane = 0; lane < width; lane++) {
      SineCosine.compute(angles[from + lane], trig, to + lane, to + width + lane);
    }
  }

  @Override
  public void broadcast(double[] numbers, int width, double[] rows) {
    for (int i = 0; i < numbers.length; i++) {
      for (int lane = 0; lane < width; lane++) {
        rows[i * width + lane] = numbers[i];
      }
    }
  }

  @Override
  public void forward(RotationTable table, double[] trig, double[] rows) {
    int width = table.width();
    for (int run = 0; run < table.kind.length; run++) {
      RotationTable.Kind kind = table.kind[run];
      int cos = 2 * table.angle[run] * width;
      for (int i = table.start[run]; i < table.start[run + 1]; i++) {
        int a = table.a[i];
        int b = table.b[i];
        int to = table.target[run] + (i - table.start[run]) * kind.outputs() * width;
        for (int lane = 0; lane < width; lane++) {
          double c = trig[cos + lane];
          double s = trig[cos + width + lane];
          double p = rows[a + lane];
          double q = rows[b + lane];
          switch (kind) {
            case TURN -> {
              rows[to + lane] = Math.fma(c, p, -(s * q));
              rows[to + width + lane] = Math.fma(c, q, s * p);
            }
            case BRANCH -> {
              rows[to + lane] = c * p;
              rows[to + width + lane] = s * p;
            }
            case COSINE -> rows[to + lane] = c * p;
            case SINE -> rows[to + lane] = s * p;
            case PLUS -> rows[to + lane] = Math.fma(c, p, s * q);
            case MINUS -> rows[to + lane] = Math.fma(c, p, -(s * q));
          }
        }
      }
    }
  }

  @Override
  public void backward(
      RotationTable table, double[] trig, double[] rows, double[] adjoints, double[] gradient) {
    int width = table.width();
    for (int run = table.kind.length - 1; run >= 0; run--) {
      for (int lane = 0; lane < width; lane++) {
        backward(table, run, width, lane, trig, rows, adjoints, gradient);
      }
    }
  }

  private static void backward(
      RotationTable table,
      int run,
      int width,
      int lane,
      double[] trig,
      double[] rows,
      double[] adjoints,
      double[] gradient) {
    RotationTable.Kind kind = table.kind[run];
    int cos = 2 * table.angle[run] * width;
    double c = trig[cos + lane];
    double s = trig[cos + width + lane];
    double alongCos = 0;
    double alongSin = 0;
    for (int i = table.start[run]; i < table.start[run + 1]; i++) {
      int atA = table.adjointA[i] + lane;
      int atB = table.adjointB[i] + lane;
      double a = rows[table.a[i] + lane];
      double b = rows[table.b[i] + lane];
      double la = adjoints[atA];
      double lb = adjoints[atB];
      switch (kind) {
        case TURN -> {
          double ka = Math.fma(c, la, s * lb);
          double kb = Math.fma(c, lb, -(s * la));
          alongCos = Math.fma(a, kb, alongCos);
          alongSin = Math.fma(b, ka, alongSin);
          adjoints[atA] = ka;
          adjoints[atB] = kb;
        }
        case BRANCH -> {
          alongSin = Math.fma(a, la, alongSin);
          alongCos = Math.fma(a, lb, alongCos);
          adjoints[atA] = Math.fma(c, la, s * lb);
        }
        case COSINE -> {
          alongSin = Math.fma(a, la, alongSin);
          adjoints[atA] = c * la;
        }
        case SINE -> {
          alongCos = Math.fma(a, la, alongCos);
          adjoints[atA] = s * la;
        }
        case PLUS, MINUS -> {
          double t = kind == RotationTable.Kind.PLUS ? s : -s;
          alongSin = Math.fma(a, la, alongSin);
          alongCos = Math.fma(b, la, alongCos);
          adjoints[atA] = c * la;
          adjoints[atB] = t * la;
        }
      }
    }
    int at = table.angle[run] * width + lane;
    gradient[at] +=
        switch (kind) {
          case TURN -> alongCos - alongSin;
          case BRANCH, PLUS -> Math.fma(c, alongCos, -(s * alongSin));
          case COSINE -> -(s * alongSin);
          case SINE -> c * alongCos;
          case MINUS -> -Math.fma(c, alongCos, s * alongSin);
        };
  }

  @Override
  public void addRows(int[] which, int width, double[] rows, double[] sums) {
    for (int i = 0; i < which.length; i++) {
      for (int lane = 0; lane < width; lane++) {
        sums[i * LANES + lane % LANES] += rows[which[i] * width + lane];
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
