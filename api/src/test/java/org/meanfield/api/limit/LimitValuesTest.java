package org.meanfield.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meanfield.api.DataSet;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Inputs;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Workers;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.limit.LimitPath.ErrorEstimate;

class LimitValuesTest {
  @Test
  void gridsHaveTheLastCoordinateFastest() {
    double[] values = new double[12 * 12];
    Arrays.fill(values, 1 / (4 * Math.PI * Math.PI));
    GridDensity density = new GridDensity(2, 12, values);
    assertThat(density.coordinate(1, 1)).isCloseTo(Math.PI / 6, within(1e-15));
    assertThat(density.coordinate(1, 0)).isZero();
    assertThat(density.coordinate(13, 0)).isCloseTo(Math.PI / 6, within(1e-15));
    assertThat(density.mass()).isCloseTo(1, within(1e-13));
    assertThat(density.size()).isEqualTo(144);
  }

  @Test
  void valuesThatDoNotFitTheGridAreRefused() {
    assertThatThrownBy(() -> new GridDensity(2, 3, new double[8]))
        .hasMessage("a grid of 3 points on each of 2 axes does not fit 8 values");
  }

  @Test
  void startsHaveEqualWeights() {
    Particles points = new Particles(2, 3);
    assertThat(new StartLaw.Atoms(EmpiricalMeasure.uniform(points)).dimension()).isEqualTo(3);
    assertThatThrownBy(
            () -> new StartLaw.Atoms(EmpiricalMeasure.weighted(points, new double[] {1, 2})))
        .hasMessage("a start law of atoms needs equal weights");
  }

  private record Sine() implements Expert {
    @Override
    public int parameters() {
      return 1;
    }

    @Override
    public double value(double[] theta, double[] x) {
      return Math.sin(theta[0]);
    }

    @Override
    public void gradient(double[] theta, double[] x, double[] out) {
      out[0] = Math.cos(theta[0]);
    }
  }

  private static LimitProblem probed(Inputs probes) {
    return new LimitProblem(
        new Sine(),
        new DataSet(Inputs.of(1, 3, new double[3]), new double[] {0.5}),
        probes,
        new StartLaw.Uniform(1),
        List.of(0.0, 1.0),
        Workers.sequential());
  }

  @Test
  void probesHaveTheFeaturesOfTheData() {
    assertThat(probed(Inputs.of(2, 3, new double[6])).probes().count()).isEqualTo(2);
    assertThatThrownBy(() -> probed(Inputs.of(2, 4, new double[8])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the probes have 4 features, the data 3");
  }

  @Test
  void noProbesMayHaveAnyFeatures() {
    assertThat(probed(Inputs.of(0, 4, new double[0])).probes().count()).isZero();
  }

  @Test
  void errorsAreSizesOrUnknown() {
    for (double value : new double[] {0, 1e-300, 0.3, Double.POSITIVE_INFINITY}) {
      assertThat(new ErrorEstimate(value, "by inspection").value()).isEqualTo(value);
    }
    for (double value : new double[] {-1e-300, Double.NEGATIVE_INFINITY, Double.NaN}) {
      assertThatThrownBy(() -> new ErrorEstimate(value, "by inspection"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("an error is ≥ 0 or +∞, got " + value);
    }
  }

  @Test
  void errorsHaveAMeaning() {
    for (String meaning : List.of("", " \n")) {
      assertThatThrownBy(() -> new ErrorEstimate(0.25, meaning))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("an error of 0.25 needs a meaning: how it was found");
    }
  }

  @Test
  void aDensityIsAtomsThatLieInTheirCells() {
    double[] values = {1, 0, 3, 0, 2, 2};
    EmpiricalMeasure atoms = new GridDensity(1, 6, values).atoms();
    assertThat(atoms.size()).isEqualTo(6);
    for (int g = 0; g < 6; g++) {
      assertThat(atoms.coordinate(g, 0)).isEqualTo(2 * Math.PI * g / 6);
      assertThat(atoms.weight(g)).isEqualTo(values[g] / 8);
    }
    GridDensity square = new GridDensity(2, 10, new double[100]);
    assertThat(square.cellRadius(Metric.L1)).isEqualTo(Math.PI / 10 * 2);
    assertThat(square.cellRadius(Metric.L2)).isEqualTo(Math.PI / 10 * Math.sqrt(2));
    assertThatThrownBy(square::atoms).hasMessageContaining("must be > 0");
  }
}
