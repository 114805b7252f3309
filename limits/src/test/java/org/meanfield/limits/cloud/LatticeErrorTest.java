package org.meanfield.limits.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meanfield.api.DataSet;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Products;

/// Products of cosines that a lattice takes for constants: their true mean is 0.
class LatticeErrorTest {
  private static final int POINTS = 4096;

  private static LimitProblem problem(Products expert, List<int[]> products, List<Double> times) {
    return new LimitProblem(
        expert,
        expert.data(products),
        new StartLaw.Uniform(expert.parameters()),
        times,
        Workers.sequential());
  }

  /// {@return the products of `size` different cosines with Σ ± z_k ≡ 0 mod M for some signs, so
  /// that their mean over the unshifted lattice is not 0}
  private static List<int[]> takenForConstants(int dimension, int size) {
    RankOneLattice lattice = RankOneLattice.of(POINTS, dimension, 0).orElseThrow();
    List<int[]> taken = new ArrayList<>();
    int[] chosen = new int[size];
    for (int mask = 0; mask < 1 << dimension; mask++) {
      if (Integer.bitCount(mask) != size) {
        continue;
      }
      for (int i = 0, rest = mask; i < size; i++, rest &= rest - 1) {
        chosen[i] = Integer.numberOfTrailingZeros(rest);
      }
      if (isTaken(lattice, chosen)) {
        taken.add(chosen.clone());
      }
    }
    return taken;
  }

  private static boolean isTaken(RankOneLattice lattice, int[] chosen) {
    for (int signs = 0; signs < 1 << (chosen.length - 1); signs++) {
      int sum = 0;
      for (int i = 0; i < chosen.length; i++) {
        int z = lattice.generator(chosen[i]);
        sum += (signs >> i & 1) == 0 ? z : -z;
      }
      if (Math.floorMod(sum, POINTS) == 0) {
        return true;
      }
    }
    return false;
  }

  /// {@return the mean of each product over the points}
  private static double[] means(RankOneLattice lattice, List<int[]> products) {
    double[] cloud = lattice.cloud();
    int points = lattice.points();
    double[] means = new double[products.size()];
    for (int j = 0; j < means.length; j++) {
      for (int i = 0; i < points; i++) {
        double product = 1;
        for (int k : products.get(j)) {
          product *= Math.cos(cloud[k * points + i]);
        }
        means[j] += product / points;
      }
    }
    return means;
  }

  /// The numbers of products are counts of dual vectors; the error of one is 2^{1−size}
  /// |cos(2πh·Δ)| for its dual vector h, at most 1/32 and 1/8.
  @ParameterizedTest
  @CsvSource({"16, 6, 128, 0.03125", "24, 4, 20, 0.125"})
  void productsTakenForConstantsAreDoubtedOneByOne(int d, int size, int count, double worst) {
    List<int[]> products = takenForConstants(d, size);
    assertThat(products).hasSize(count);
    for (int shift = 0; shift < 3; shift++) {
      RankOneLattice lattice = RankOneLattice.of(POINTS, d, shift).orElseThrow();
      double[] errors = means(lattice, products);
      double[] others = means(lattice.beside(), products);
      for (int j = 0; j < count; j++) {
        double doubt = Math.abs(errors[j] - others[j]);
        // Measured: up to 3.1 times, where both are wrong, which is so for 6 of the 128 alone.
        assertThat(Math.abs(errors[j])).as("shift %d", shift).isLessThan(5 * doubt);
        if (shift == 0) {
          assertThat(Math.abs(errors[j])).isCloseTo(worst, within(1e-13));
        }
      }
    }
  }

  /// Why d ≥ 2 needs a second lattice: every other point errs alike.
  @ParameterizedTest
  @CsvSource({"16, 6", "24, 4"})
  void everyOtherPointDoubtsNoneOfThem(int d, int size) {
    LimitProblem problem = problem(new Products(d), takenForConstants(d, size), List.of(0.0));
    double[] cloud = RankOneLattice.of(POINTS, d, 0).orElseThrow().cloud();
    LatticeError error =
        new LatticeError(problem, problem.expert().bind(problem.data().inputs()), 1e-9);
    // Measured: 4e-17.
    assertThat(error.everyOtherPoint(List.of(cloud))).isLessThan(1e-15);
  }

  /// Unshifted, the first of them is wrong by all it can be; the solver follows what it takes for
  /// the mean and says how far to trust it.
  @Test
  void solverThatTakesAProductForAConstantSaysSo() {
    LimitProblem problem =
        problem(new Products(16), List.of(new int[] {0, 1, 2, 5, 8, 14}), List.of(0.0, 0.5));
    LimitPath path = Cosines.path(new Lattice(POINTS, 0, 1e-9), problem);
    assertThat(Cosines.residual(path, 1, 0)[0]).isCloseTo(-1.0 / 32, within(1e-13));
    for (double t : new double[] {0, 0.25, 0.5}) {
      assertThat(Math.abs(Cosines.residual(path, 1, t)[0]))
          .isLessThanOrEqualTo(path.error().value() + 1e-13);
    }
    assertThat(path.error().value()).isLessThan(4.0 / 32);
    assertThat(path.error().meaning())
        .contains("independent lattice of 1024 points")
        .contains("not a bound");
  }

  /// f of a [Products], counting its gradients.
  private record Counted(Products products, AtomicLong gradients) implements Expert {
    @Override
    public int parameters() {
      return products.parameters();
    }

    @Override
    public double value(double[] theta, double[] x) {
      return products.value(theta, x);
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      gradients.incrementAndGet();
      products.gradient(theta, x, out);
    }
  }

  @Test
  void secondLatticeAndJudgesCostLessThanAThird() {
    Products products = new Products(3);
    DataSet data =
        new DataSet(products.data(List.of(new int[] {0, 1, 2})).inputs(), new double[] {0.4});
    AtomicLong gradients = new AtomicLong();
    LimitPath path =
        Cosines.path(
            new Lattice(POINTS, 1, 1e-9),
            new LimitProblem(
                new Counted(products, gradients),
                data,
                new StartLaw.Uniform(3),
                List.of(0.0, 1.0),
                Workers.sequential()));
    double forward = (double) POINTS * ((LatticePath) path).work().evaluations();
    // 1 + 1/4 + 1/64 + 3/64 or so: the lattice, the other one, the judges, the judges' finer steps.
    assertThat(gradients.get() / forward).isBetween(1.25, 1.33);
  }
}
