package org.meanfield.testkit;

import org.meanfield.api.quantum.StandardGate;

/// The matrices of the named gates as `stdgates.inc` of OpenQASM 3 has them, entry by entry.
final class GateMatrix {
  private static final double R = Math.sqrt(0.5);

  private GateMatrix() {}

  /// {@return real parts, then imaginary parts, row by row}
  static double[][] of(StandardGate gate) {
    return switch (gate) {
      case X -> real(0, 1, 1, 0);
      case Y -> complex(new double[4], 0, -1, 1, 0);
      case Z -> real(1, 0, 0, -1);
      case H -> real(R, R, R, -R);
      case S -> phase(0, 1);
      case SDG -> phase(0, -1);
      case T -> phase(R, R);
      case TDG -> phase(R, -R);
      case SX -> complex(new double[] {0.5, 0.5, 0.5, 0.5}, 0.5, -0.5, -0.5, 0.5);
      case SXDG -> complex(new double[] {0.5, 0.5, 0.5, 0.5}, -0.5, 0.5, 0.5, -0.5);
      case CX -> controlled(of(StandardGate.X));
      case CY -> controlled(of(StandardGate.Y));
      case CZ -> controlled(of(StandardGate.Z));
      case CH -> controlled(of(StandardGate.H));
      case SWAP -> real(1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1);
      case ISWAP -> {
        double[] re = new double[16];
        re[0] = 1;
        re[15] = 1;
        yield complex(re, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0);
      }
      case CCX -> controlled(of(StandardGate.CX));
      case CCZ -> controlled(of(StandardGate.CZ));
      case CSWAP -> controlled(of(StandardGate.SWAP));
    };
  }

  private static double[][] real(double... re) {
    return new double[][] {re, new double[re.length]};
  }

  private static double[][] complex(double[] re, double... im) {
    return new double[][] {re, im};
  }

  private static double[][] phase(double re, double im) {
    return complex(new double[] {1, 0, 0, re}, 0, 0, 0, im);
  }

  private static double[][] controlled(double[][] gate) {
    int n = (int) Math.sqrt(gate[0].length);
    double[][] whole = new double[2][4 * n * n];
    for (int row = 0; row < n; row++) {
      whole[0][row * 2 * n + row] = 1;
      for (int part = 0; part < 2; part++) {
        System.arraycopy(gate[part], row * n, whole[part], (n + row) * 2 * n + n, n);
      }
    }
    return whole;
  }
}
