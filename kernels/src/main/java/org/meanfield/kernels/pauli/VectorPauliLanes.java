package org.meanfield.kernels.pauli;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// The kernels on the Vector API.
final class VectorPauliLanes implements PauliLanes {
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= LANES
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;
  static final int WIDTH = SPECIES.length();

  static DoubleVector load(double[] array, int at) {
    return DoubleVector.fromArray(SPECIES, array, at);
  }

  static DoubleVector all(double number) {
    return DoubleVector.broadcast(SPECIES, number);
  }

  /// How many vectors a plane's row is.
  static final int PARTS = LANES / WIDTH;

  @Override
  public void sineCosine(
      RotationTable table,
      int planes,
      /* wide */ double[] angles,
      int first,
      int stride,
      double[] trig) {
    VectorAngles.sineCosine(table, planes, angles, first, stride, trig);
  }

  @Override
  public void slopes(
      RotationTable table,
      int planes,
      double[] trig,
      /* wide */ double[] slopes,
      int first,
      int stride) {
    VectorAngles.slopes(table, planes, trig, slopes, first, stride);
  }

  @Override
  public void broadcast(
      RotationTable table, int planes, double[] numbers, int[] which, double[] rows) {
    for (int i = 0; i < numbers.length; i++) {
      DoubleVector number = all(numbers[i]);
      for (int part = 0; part < planes * PARTS; part++) {
        int to = table.adjointPlace(which[i], part / PARTS) + part % PARTS * WIDTH;
        number.intoArray(rows, to);
      }
    }
  }

  /// One run forward or back. Runs are called through this interface so that the compiler takes
  /// each loop for itself: all of them inlined into one method pass its limits, and vectors land on
  /// the heap.
  private interface Run {
    void run(RotationTable table, int run, int planes, double[] trig, double[] rows);
  }

  private static Run forward(Kind kind) {
    return switch (kind) {
      case NEGATE -> VectorForward::negate;
      case COSINE -> VectorForward::cosine;
      case SINE -> VectorForward::sine;
      case BRANCH -> VectorForward::branch;
      case BRANCH_TWO -> VectorForward::branchTwo;
      case BRANCH_THREE -> VectorForward::branchThree;
      case TURN -> VectorForward::turn;
      case TURN_BRANCH -> VectorForward::turnBranch;
      case TURN_BRANCH_TWO -> VectorForward::turnBranchTwo;
      case TURN_TWO -> VectorForward::turnTwo;
      case TURN_TWO_BRANCH -> VectorForward::turnTwoBranch;
      case TURN_THREE -> VectorForward::turnThree;
    };
  }

  private static Run backward(Kind kind) {
    return switch (kind) {
      case NEGATE -> VectorBackward::negate;
      case COSINE -> VectorBackward::cosine;
      case SINE -> VectorBackward::sine;
      case BRANCH -> VectorBackward::branch;
      case BRANCH_TWO -> VectorBackward::branchTwo;
      case BRANCH_THREE -> VectorBackward::branchThree;
      case TURN -> VectorBackward::turn;
      case TURN_BRANCH -> VectorBackward::turnBranch;
      case TURN_BRANCH_TWO -> VectorBackward::turnBranchTwo;
      case TURN_TWO -> VectorBackward::turnTwo;
      case TURN_TWO_BRANCH -> VectorBackward::turnTwoBranch;
      case TURN_THREE -> VectorBackward::turnThree;
    };
  }

  @Override
  public void forward(RotationTable table, int planes, double[] trig, double[] rows) {
    for (int run = 0; run < table.kind.length; run++) {
      forward(table.kind[run]).run(table, run, planes, trig, rows);
    }
  }

  @Override
  public void forwardRead(RotationTable table, int planes, double[] trig, double[] rows) {
    for (int run = 0; run < table.kind.length; run++) {
      if (table.read[run]) {
        forward(table.kind[run]).run(table, run, planes, trig, rows);
      }
    }
  }

  @Override
  public void backward(RotationTable table, int planes, double[] trig, double[] rows) {
    for (int run = table.kind.length - 1; run >= 0; run--) {
      backward(table.kind[run]).run(table, run, planes, trig, rows);
    }
  }

  @Override
  public void addRows(RotationTable table, int planes, int[] which, double[] rows, double[] sums) {
    int plane = table.plane();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int i = 0; i < which.length; i++) {
        DoubleVector sum = load(sums, i * LANES + lane);
        int at = table.place(which[i], 0) + lane;
        for (int each = 0; each < planes; each++) {
          sum = sum.add(load(rows, at));
          at += plane;
        }
        sum.intoArray(sums, i * LANES + lane);
      }
    }
  }

  /// Four vectors of sums stay in registers while the rows go by.
  @Override
  public void addProducts(double[] factors, double[] matrix, double[] sums) {
    int n = sums.length;
    int j = 0;
    for (; j + 4 * WIDTH <= n; j += 4 * WIDTH) {
      DoubleVector sum0 = load(sums, j);
      DoubleVector sum1 = load(sums, j + WIDTH);
      DoubleVector sum2 = load(sums, j + 2 * WIDTH);
      DoubleVector sum3 = load(sums, j + 3 * WIDTH);
      for (int i = 0; i < factors.length; i++) {
        DoubleVector factor = all(factors[i]);
        int at = i * n + j;
        sum0 = factor.fma(load(matrix, at), sum0);
        sum1 = factor.fma(load(matrix, at + WIDTH), sum1);
        sum2 = factor.fma(load(matrix, at + 2 * WIDTH), sum2);
        sum3 = factor.fma(load(matrix, at + 3 * WIDTH), sum3);
      }
      sum0.intoArray(sums, j);
      sum1.intoArray(sums, j + WIDTH);
      sum2.intoArray(sums, j + 2 * WIDTH);
      sum3.intoArray(sums, j + 3 * WIDTH);
    }
    for (; j < n; j++) {
      double sum = sums[j];
      for (int i = 0; i < factors.length; i++) {
        sum = Math.fma(factors[i], matrix[i * n + j], sum);
      }
      sums[j] = sum;
    }
  }
}
