package org.meanfield.limits.closedform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.flow.Drift;
import org.meanfield.api.flow.DrivenFlow;
import org.meanfield.api.limit.GridDensity;
import org.meanfield.api.limit.LimitPath;
import org.meanfield.api.limit.LimitProblem;
import org.meanfield.api.limit.LimitResult;
import org.meanfield.api.limit.StartLaw;
import org.meanfield.limits.Cosines;
import org.meanfield.limits.Ripples;
import org.meanfield.limits.time.DormandPrince;

class ClosedFormTest {
  private static LimitProblem problem(Cosines expert, DataSet data, List<Double> times) {
    return new LimitProblem(
        expert, data, new StartLaw.Uniform(expert.parameters()), times, Workers.sequential());
  }

  @Test
  void oneDatumHasThePrintedMoment() {
    LimitPath path =
        Cosines.path(
            new ClosedForm(64), problem(new Cosines(1), Cosines.oneDatum(0.9), List.of(0.0, 2.0)));
    assertThat(0.9 - Cosines.residual(path, 1, 2)[0]).isCloseTo(0.525928, within(5e-7));
    assertThat(Cosines.residual(path, 1, 0)).containsExactly(0.9);
  }

  /// The CDF of μ_t on (−π, π) is ½ + atan(((1+ρ)/(1−ρ)) tan(θ/2))/π; the start is equispaced.
  @Test
  void atomsAreQuantiles() {
    LimitPath path =
        Cosines.path(
            new ClosedForm(64), problem(new Cosines(1), Cosines.oneDatum(0.9), List.of(0.0, 2.0)));
    double rho = 0.9 - Cosines.residual(path, 1, 2)[0];
    EmpiricalMeasure start = path.atoms(0).orElseThrow();
    EmpiricalMeasure end = path.atoms(2).orElseThrow();
    for (int i = 0; i < 64; i++) {
      double angle = Math.IEEEremainder(end.coordinate(i, 0), 2 * Math.PI);
      double level = 0.5 + Math.atan((1 + rho) / (1 - rho) * Math.tan(angle / 2)) / Math.PI;
      double before = Math.IEEEremainder(start.coordinate(i, 0), 2 * Math.PI) / (2 * Math.PI) + 0.5;
      // Modulo one turn: the point at −π is the point at π.
      assertThat(Math.IEEEremainder(level - before, 1)).isCloseTo(0, within(1e-11));
    }
  }

  /// The Möbius maps are the flow: the same points integrated one by one in the given residual,
  /// lifted.
  @Test
  void atomsAreWhereTheFlowTakesThem() {
    Cosines expert = new Cosines(3);
    DataSet data = expert.data(4);
    LimitPath path =
        Cosines.path(new ClosedForm(32), problem(expert, data, List.of(0.0, 1.5, 5.0)));
    double[] cloud = path.atoms(0).orElseThrow().points();
    Drift drift = new Drift(expert.bind(data.inputs()), 32, 3, 4, Workers.sequential());
    DormandPrince.advance(new DrivenFlow(drift, path.residual()), cloud, 0, 1.5, 1e-13);
    // Measured: 2e-12, what the residual's polynomials leave.
    assertThat(path.atoms(1.5).orElseThrow().points()).containsExactly(cloud, within(2e-11));
    DormandPrince.advance(new DrivenFlow(drift, path.residual()), cloud, 1.5, 5, 1e-13);
    assertThat(path.atoms(5).orElseThrow().points()).containsExactly(cloud, within(2e-11));
  }

  @Test
  void densityIsTheProductOfItsMarginals() {
    Cosines expert = new Cosines(2);
    LimitPath path =
        Cosines.path(new ClosedForm(64), problem(expert, expert.data(3), List.of(0.0, 2.0)));
    GridDensity density = path.density(2, 32).orElseThrow();
    assertThat(density.mass()).isCloseTo(1, within(1e-13));
    // p(a, b) p(0, 0) = p(a, 0) p(0, b)
    for (int i = 0; i < density.size(); i++) {
      int row = i / 32 * 32;
      assertThat(density.value(i) * density.value(0))
          .isCloseTo(density.value(row) * density.value(i - row), within(1e-15));
    }
  }

  @Test
  void lawThatHasBecomeAPointHasNoDensity() {
    // A target beyond reach drives ρ to 1 like 1 − e^{−t}.
    LimitPath path =
        Cosines.path(
            new ClosedForm(64),
            problem(new Cosines(1), Cosines.oneDatum(2), List.of(0.0, 5.0, 80.0)));
    assertThat(path.density(5, 16)).isPresent();
    assertThat(path.density(80, 16)).isEmpty();
    assertThat(path.atoms(80)).isPresent();
  }

  @Test
  void lossNeverRises() {
    Cosines expert = new Cosines(2);
    LimitPath path =
        Cosines.path(new ClosedForm(64), problem(expert, expert.data(5), List.of(0.0, 4.0)));
    double last = Double.POSITIVE_INFINITY;
    for (double t = 0; t <= 4; t += 1.0 / 64) {
      double loss = 0;
      for (double r : Cosines.residual(path, 5, t)) {
        loss += r * r / 2;
      }
      assertThat(loss).isLessThan(last);
      last = loss;
    }
  }

  @Test
  void thousandDimensionsTakeNoTime() {
    Cosines expert = new Cosines(1000);
    DataSet data = expert.data(10);
    LimitPath path =
        Assertions.assertTimeout(
            // Measured: 0.4 s on a busy core.
            Duration.ofSeconds(5),
            () -> Cosines.path(new ClosedForm(4096), problem(expert, data, List.of(0.0, 100.0))));
    EmpiricalMeasure atoms = path.atoms(100).orElseThrow();
    assertThat(atoms.dimension()).isEqualTo(1000);
    double[] residual = Cosines.residual(path, 10, 100);
    double mean = 0;
    double[] theta = new double[1000];
    double[] x = new double[1000];
    data.inputs().copyRow(3, x);
    for (int i = 0; i < atoms.size(); i++) {
      for (int k = 0; k < theta.length; k++) {
        theta[k] = atoms.coordinate(i, k);
      }
      mean += expert.value(theta, x) / atoms.size();
    }
    assertThat(mean).isCloseTo(data.target(3) - residual[3], within(1e-11));
  }

  @Test
  void otherExpertsAndStartsAreRefusedWithTheWayOut() {
    LimitProblem ripples =
        new LimitProblem(
            new Ripples(),
            new DataSet(Inputs.of(2, 1, new double[2]), new double[2]),
            new StartLaw.Uniform(2),
            List.of(0.0, 1.0),
            Workers.sequential());
    LimitProblem atoms =
        new LimitProblem(
            new Cosines(1),
            Cosines.oneDatum(0.9),
            new StartLaw.Atoms(EmpiricalMeasure.uniform(new Particles(2, 1))),
            List.of(0.0, 1.0),
            Workers.sequential());
    for (LimitProblem problem : List.of(ripples, atoms)) {
      assertThat(new ClosedForm(64).solve(problem))
          .isInstanceOfSatisfying(
              LimitResult.Refused.class,
              refused -> assertThat(refused.reason()).contains("lattice"));
    }
  }
}
