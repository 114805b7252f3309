package org.meanfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Distances of a study's particles to the density of its limit.
class DensityDistanceTest {
  /// The 64 atoms of the limit are π/64 = 0.049 from a density at most, as far as the flow does not
  /// stretch the lattice.
  @Test
  void particlesAreMeasuredAgainstTheDensityItself(@TempDir Path folder) throws IOException {
    Workbench bench = Workbench.small(folder);
    bench.run().done();
    Table atoms = bench.table("distance.csv");
    bench.runInto(folder.resolve("density"), "--set", "distance.solver=semi-discrete").done();
    Table density = Table.read(folder.resolve("density").resolve("distance.csv"));
    assertThat(density.numbers("time")).isEqualTo(atoms.numbers("time"));
    double[] near = atoms.numbers("w2_squared");
    double[] values = density.numbers("w2_squared");
    double[] gaps = density.numbers("gap");
    assertThat(values).isNotEmpty();
    for (int row = 0; row < values.length; row++) {
      assertThat(Math.sqrt(values[row])).isCloseTo(Math.sqrt(near[row]), within(0.06));
      assertThat(gaps[row]).isBetween(-1e-13, 1e-10 * values[row] + 1e-11);
    }
  }

  @Test
  void dimensionsThatItDoesNotServeAreRefusedBeforeTheRun(@TempDir Path folder) throws IOException {
    Workbench bench = Workbench.small(folder);
    bench.write("x.csv", "x0,x1,x2,x3\n0.1,0,0,0\n1.2,1,1,1\n");
    Program.Result result =
        Program.run("check", bench.study(), "--set", "distance.solver=semi-discrete").refused();
    assertThat(result.err() + result.out()).contains("up to 3 dimensions");
  }
}
