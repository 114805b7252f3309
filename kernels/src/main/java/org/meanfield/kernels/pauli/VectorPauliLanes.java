package org.meanfield.kernels.pauli;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the Vector API.
final class VectorPauliLanes implements PauliLanes {
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= HALF
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

  /// How many pairs of vectors, one from each half.
  static final int PAIRS = HALF / WIDTH;

  private static int planes(int lanes) {
    return Math.ceilDiv(lanes, LANES);
  }

  @Override
  public void sineCosine(
      RotationTable table,
      int lanes,
      /* wide */ double[] angles,
      int first,
      int stride,
      double[] numbers) {
    VectorAngles.sineCosine(table, planes(lanes), angles, first, stride, numbers);
  }

  @Override
  public void slopes(
      RotationTable table,
      int lanes,
      double[] numbers,
      /* wide */ double[] slopes,
      int first,
      int stride) {
    VectorAngles.slopes(table, planes(lanes), numbers, slopes, first, stride);
  }

  /// One run forward or back, from or to rows or ends. Runs are called through this interface so
  /// that the compiler takes each loop for itself: all of them inlined into one method pass its
  /// limits, and vectors land on the heap.
  interface Run {
    /// Does all operations of a run.
    ///
    /// @param table the program
    /// @param run the run
    /// @param planes how many planes
    /// @param numbers rows and what belongs to angles
    /// @param ends sums or weights of the ends, of no meaning to runs that write rows
    void run(RotationTable table, int run, int planes, double[] numbers, double[] ends);
  }

  @Override
  public void forward(RotationTable table, int lanes, double[] numbers) {
    int planes = planes(lanes);
    for (int run = 0; run < table.rowRuns; run++) {
      VectorForward.rows(table.kind[run], table.partial[run])
          .run(table, run, planes, numbers, numbers);
    }
  }

  @Override
  public void addEnds(RotationTable table, int lanes, double[] numbers, double[] sums) {
    int planes = planes(lanes);
    for (int run = table.rowRuns; run < table.kind.length; run++) {
      VectorForward.ends(table.kind[run]).run(table, run, planes, numbers, sums);
    }
  }

  @Override
  public void backward(RotationTable table, int lanes, double[] numbers, double[] weights) {
    int planes = planes(lanes);
    for (int run = table.kind.length - 1; run >= table.rowRuns; run--) {
      VectorBackward.ends(table.kind[run], table.partial[run])
          .run(table, run, planes, numbers, weights);
    }
    for (int run = table.rowRuns - 1; run >= 0; run--) {
      VectorBackward.rows(table.kind[run], table.partial[run])
          .run(table, run, planes, numbers, numbers);
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
