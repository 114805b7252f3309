package org.meanfield.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.meanfield.api.BadInput;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.testkit.DataSourceContract;

class TeacherTest extends DataSourceContract {
  @Override
  protected DataSourceProvider provider() {
    return new TeacherProvider();
  }

  @Override
  protected Origin origin() {
    return Origin.DRAWN;
  }

  private DataTable drawn(int points) throws BadInput {
    return provider()
        .create(
            settings()
                .with(TeacherProvider.POINTS, points)
                .with(TeacherProvider.FEATURES, 3)
                .with(TeacherProvider.CONCENTRATION, 0.5)
                .with(TeacherProvider.EXPERTS, 100))
        .load(Seeds.root(7));
  }

  @Test
  void teacherIsTheOneAskedFor() throws BadInput {
    assertThat(drawn(5).targets()).isEqualTo(new Targets.Teacher(0.5, 100));
    assertThat(drawn(5).columns()).containsExactly("x0", "x1", "x2");
  }

  /// 3·10⁴ numbers from seed 7; none within the last 0.2 % of one side has probability e⁻³⁰.
  @Test
  void inputsFillTheRangeOfAngles() throws BadInput {
    double[] values = drawn(10_000).inputs().toArray();
    assertThat(Arrays.stream(values).max().orElseThrow())
        .isBetween(0.998 * Math.PI / 2, Math.PI / 2);
    assertThat(Arrays.stream(values).min().orElseThrow())
        .isBetween(-Math.PI / 2, -0.998 * Math.PI / 2);
  }

  @Test
  void firstPointsOfALargerSetAreTheSmallerSet() throws BadInput {
    double[] small = drawn(10).inputs().toArray();
    double[] large = drawn(25).inputs().toArray();
    assertThat(Arrays.copyOf(large, small.length)).containsExactly(small);
  }
}
