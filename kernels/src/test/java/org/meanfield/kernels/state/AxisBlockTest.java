package org.meanfield.kernels.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisBlockTest {
  /// Sixteen rows crowd if all are pages of 64 rows apart; eight of them do not.
  @ParameterizedTest
  @CsvSource({"0,4,false", "5,4,false", "6,4,true", "8,4,true", "6,3,false", "9,3,false"})
  void rowsCrowdWhereMoreThanEightArePagesApart(int lowest, int size, boolean crowds) {
    AxisBlock block =
        new AxisBlock(
            IntStream.range(lowest, lowest + size)
                .mapToObj(q -> new PauliAxis(12, 1 << q, 1 << q, 1))
                .toList());
    assertThat(block.crowds()).isEqualTo(crowds);
  }
}
