package org.meanfield.benchmarks.circuits;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.meanfield.kernels.pauli.PauliLanes;
import org.meanfield.kernels.pauli.RotationTable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The kernels of Pauli propagation.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "--add-modules=jdk.incubator.vector")
public class Kernels {
  private static final int PLANES = 2;
  private static final int LANES = PLANES * PauliLanes.LANES;
  private static final int ANGLES = 128;
  private static final int STRINGS = 256;
  private static final int INPUTS = 1000;

  private final PauliLanes kernels = PauliLanes.best();
  private final RotationTable table = new RotationTable.Builder(1, ANGLES).build();
  private final double[] angles =
      new SplittableRandom(1).doubles(LANES * ANGLES, -7, 7).toArray();
  private final double[] numbers = table.buffer(PLANES);
  private final double[] means = new SplittableRandom(2).doubles(STRINGS, -1, 1).toArray();
  private final double[] values = new SplittableRandom(3).doubles(STRINGS * INPUTS, -1, 1).toArray();
  private final double[] sums = new double[INPUTS];

  /// {@return tangents, cosines and sines}
  @Benchmark
  public double[] sineCosine() {
    kernels.sineCosine(table, LANES, angles, 0, LANES, numbers);
    return numbers;
  }

  /// {@return the responses at all inputs}
  @Benchmark
  public double[] contraction() {
    kernels.addProducts(means, values, sums);
    return sums;
  }
}
