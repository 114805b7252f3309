package org.meanfield.kernels.transport;

/// Plain loops: the scalar twin of [VectorGibbs].
final class PlainGibbs implements GibbsLanes {
  /// 1.5·2²³: adding it rounds to an integer, whose last bits are those of the sum.
  static final float FLOAT_ROUND = 0x1.8p23f;

  /// 1.5·2⁵², the same in double precision.
  static final double ROUND = 0x1.8p52;

  static final float FLOAT_LEAST = -126;
  static final float FLOAT_MOST = 127;
  static final double LEAST = -1022;
  static final double MOST = 1023;

  // 2^x on [−½, ½] by interpolation in Chebyshev's points, lowest coefficient first: relative
  // errors
  // 1.0·10⁻⁷ (degree 5) and 4.2·10⁻¹⁸ (degree 11).
  static final float F0 = 1.0000001f;
  static final float F1 = 0.6931472f;
  static final float F2 = 0.24022107f;
  static final float F3 = 0.05550357f;
  static final float F4 = 0.009676032f;
  static final float F5 = 0.0013390863f;

  static final double D1 = 0.6931471805599453;
  static final double D2 = 0.24022650695910158;
  static final double D3 = 0.055504108664821625;
  static final double D4 = 0.009618129107587256;
  static final double D5 = 0.001333355814640647;
  static final double D6 = 0.00015403530463724353;
  static final double D7 = 1.5252733841556773e-05;
  static final double D8 = 1.3215432535912375e-06;
  static final double D9 = 1.0178057087733941e-07;
  static final double D10 = 7.074194297288521e-09;
  static final double D11 = 4.4558179083360645e-10;

  /// 2^x.
  private static float power(float x) {
    float inside = Math.min(Math.max(x, FLOAT_LEAST), FLOAT_MOST);
    float shifted = inside + FLOAT_ROUND;
    float rest = inside - (shifted - FLOAT_ROUND);
    float p = Math.fma(F5, rest, F4);
    p = Math.fma(p, rest, F3);
    p = Math.fma(p, rest, F2);
    p = Math.fma(p, rest, F1);
    p = Math.fma(p, rest, F0);
    return Float.intBitsToFloat(
        Float.floatToRawIntBits(p) + (Float.floatToRawIntBits(shifted) << 23));
  }

  /// 2^x.
  static double power(double x) {
    double inside = Math.min(Math.max(x, LEAST), MOST);
    double shifted = inside + ROUND;
    double rest = inside - (shifted - ROUND);
    double p = Math.fma(D11, rest, D10);
    p = Math.fma(p, rest, D9);
    p = Math.fma(p, rest, D8);
    p = Math.fma(p, rest, D7);
    p = Math.fma(p, rest, D6);
    p = Math.fma(p, rest, D5);
    p = Math.fma(p, rest, D4);
    p = Math.fma(p, rest, D3);
    p = Math.fma(p, rest, D2);
    p = Math.fma(p, rest, D1);
    p = Math.fma(p, rest, 1.0);
    return Double.longBitsToDouble(
        Double.doubleToRawLongBits(p) + (Double.doubleToRawLongBits(shifted) << 52));
  }

  @Override
  public void tile(
      Ground ground,
      float[] periods,
      float[] x,
      int n,
      int row,
      float[] y,
      int m,
      int from,
      int to,
      float[] phi,
      float[] gamma,
      float[] weights,
      float[] kernel,
      double[] sums) {
    for (int s = 0; s < ROWS; s++) {
      double sum = 0;
      for (int j = from; j < to; j++) {
        float ways = 0;
        for (int k = 0; k < periods.length; k++) {
          float way = Math.abs(x[k * n + row + s] - y[k * m + j]);
          float shortest = Math.min(way, periods[k] - way);
          ways += ground.sumsSquares() ? shortest * shortest : shortest;
        }
        float cost =
            switch (ground) {
              case L1, L2_SQUARED -> ways;
              case L1_SQUARED -> ways * ways;
              case L2 -> (float) Math.sqrt(ways);
            };
        float value = power(phi[row + s] + gamma[j] - cost);
        kernel[s * m + j] = value;
        sum += (double) value * weights[j];
      }
      sums[s] += sum;
    }
  }

  @Override
  public void sums(float[] kernel, int m, int from, int to, float[] weights, double[] sums) {
    for (int s = 0; s < ROWS; s++) {
      double sum = 0;
      for (int j = from; j < to; j++) {
        sum += (double) kernel[s * m + j] * weights[j];
      }
      sums[s] += sum;
    }
  }

  @Override
  public void addRows(float[] kernel, int m, int from, int to, float[] alpha, float[] columns) {
    for (int j = from; j < to; j++) {
      float sum = columns[j];
      for (int s = 0; s < ROWS; s++) {
        sum = Math.fma(alpha[s], kernel[s * m + j], sum);
      }
      columns[j] = sum;
    }
  }

  @Override
  public void powers(
      double[] costs, double rate, double phi, double[] gamma, int from, int to, double[] kernel) {
    for (int j = from; j < to; j++) {
      kernel[j] = power(Math.fma(-rate, costs[j], phi + gamma[j]));
    }
  }

  @Override
  public void lower(double[] costs, double u, int from, int to, double[] best) {
    for (int j = from; j < to; j++) {
      best[j] = Math.min(best[j], costs[j] - u);
    }
  }

  @Override
  public double dot(double[] a, double[] b, int from, int to) {
    double sum = 0;
    for (int j = from; j < to; j++) {
      sum = Math.fma(a[j], b[j], sum);
    }
    return sum;
  }

  @Override
  public void add(double alpha, double[] kernel, int from, int to, double[] columns) {
    for (int j = from; j < to; j++) {
      columns[j] = Math.fma(alpha, kernel[j], columns[j]);
    }
  }
}
