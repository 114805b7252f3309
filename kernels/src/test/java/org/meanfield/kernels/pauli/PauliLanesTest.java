package org.meanfield.kernels.pauli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meanfield.kernels.pauli.RotationTable.Kind;

/// Both implementations against the definition of each kind, and against each other.
class PauliLanesTest {
  private static final int LANES = PauliLanes.LANES;

  /// Products of up to four numbers below 4, a handful of them added.
  private static final double ROUND_OFF = 1e-13;

  private final SplittableRandom random = new SplittableRandom(9);

  static List<PauliLanes> both() {
    return List.of(new PlainPauliLanes(), new VectorPauliLanes());
  }

  @Test
  void theTestsRunWithTheVectorApi() {
    assertThat(PauliLanes.best()).isInstanceOf(VectorPauliLanes.class);
    assertThat(PauliLanes.plain()).isInstanceOf(PlainPauliLanes.class);
  }

  /// Against Taylor series in 60 decimals, at random angles, beside multiples of π/2 and at the
  /// largest angles reduced here: measured 1.7e−16 on 131072 angles.
  @ParameterizedTest
  @MethodSource("both")
  void sinesAndCosinesErrByLessThanTwoInTenToTheSixteen(PauliLanes kernels) {
    double[] angles = random.doubles(400L * LANES, -20, 20).toArray();
    for (int i = 0; i < 64; i++) {
      angles[i] = (i - 32) * (Math.PI / 2);
      angles[64 + i] = Math.nextUp((i - 32) * (Math.PI / 2));
      angles[128 + i] = PauliLanes.LARGEST_REDUCED - i * 1.001;
    }
    RotationTable table = scaling(200);
    double[] trig = table.buffer(2);
    kernels.sineCosine(table, 2 * LANES, angles, 0, 2 * LANES, trig);
    for (int i = 0; i < angles.length; i++) {
      int at = table.anglePlace(i / LANES / 2, i / LANES % 2) + i % LANES;
      BigDecimal[] exact = sineCosine(angles[i]);
      double cos = trig[at + PauliRows.COSINE];
      int plane = i / LANES % 2 * table.plane() + i % LANES;
      int factors = table.factorPlace(i / LANES / 2) + plane;
      double sin = trig[factors];
      assertThat(error(cos, exact[1])).as("cos %s", angles[i]).isLessThan(2e-16);
      assertThat(error(sin, exact[0])).as("sin %s", angles[i]).isLessThan(2e-16);
      assertThat(trig[at]).isFinite().isEqualTo(sin / cos);
      assertThat(trig[at + PauliRows.SLOPE]).isZero();
      assertThat(trig[factors + PauliRows.DERIVATIVE]).isEqualTo(cos);
      assertThat(trig[factors + 2 * PauliRows.DERIVATIVE]).isEqualTo(-sin);
    }
  }

  /// A table that has factors for all its angles.
  static RotationTable scaling(int angles) {
    RotationTable.Builder builder = new RotationTable.Builder(angles, angles);
    builder.endRun(new Kind(0, 0, 1));
    for (int angle = 0; angle < angles; angle++) {
      builder.add(new int[] {1 + angle}, 1, new int[] {angle}, true);
    }
    return builder.build();
  }

  private static double error(double computed, BigDecimal exact) {
    return new BigDecimal(computed).subtract(exact).abs().doubleValue();
  }

  /// Sine and cosine of θ/256 by their series, then eight times doubled.
  private static BigDecimal[] sineCosine(double theta) {
    MathContext digits = new MathContext(60);
    BigDecimal turn =
        new BigDecimal("6.283185307179586476925286766559005768394338798750211641949889184615633");
    BigDecimal x = new BigDecimal(theta).remainder(turn).divide(BigDecimal.valueOf(256), digits);
    BigDecimal sin = BigDecimal.ZERO;
    BigDecimal cos = BigDecimal.ZERO;
    BigDecimal term = BigDecimal.ONE;
    for (int k = 0; k < 20; k++) {
      BigDecimal signed = (k & 2) == 0 ? term : term.negate();
      if (k % 2 == 0) {
        cos = cos.add(signed);
      } else {
        sin = sin.add(signed);
      }
      term = term.multiply(x).divide(BigDecimal.valueOf(k + 1), digits);
    }
    for (int i = 0; i < 8; i++) {
      BigDecimal doubled = sin.multiply(cos).multiply(BigDecimal.TWO).round(digits);
      cos = cos.multiply(cos).subtract(sin.multiply(sin)).round(digits);
      sin = doubled;
    }
    return new BigDecimal[] {sin, cos};
  }

  @ParameterizedTest
  @MethodSource("both")
  void anglesAndSlopesLieWhereTheCallerSays(PauliLanes kernels) {
    RotationTable table = new RotationTable.Builder(0, 3).build();
    int planes = 2;
    int number = planes * LANES;
    int first = 5;
    int stride = number + 3;
    double[] angles = random.doubles(3L * number, -7, 7).toArray();
    double[] apart = new double[first + 3 * stride];
    Arrays.fill(apart, Double.NaN);
    for (int angle = 0; angle < 3; angle++) {
      System.arraycopy(angles, angle * number, apart, first + angle * stride, number);
    }
    double[] together = table.buffer(planes);
    double[] trig = table.buffer(planes);
    kernels.sineCosine(table, planes * LANES, angles, 0, number, together);
    kernels.sineCosine(table, planes * LANES, apart, first, stride, trig);
    assertThat(trig).containsExactly(together);

    Arrays.fill(apart, -1);
    for (int angle = 0; angle < 3; angle++) {
      for (int i = 0; i < number; i++) {
        int at = table.anglePlace(angle, i / LANES) + i % LANES;
        trig[at + PauliRows.SLOPE] = angle * number + i;
      }
    }
    double[] expected = apart.clone();
    for (int i = 0; i < 3 * number; i++) {
      expected[first + i / number * stride + i % number] = i;
    }
    kernels.slopes(table, planes * LANES, trig, apart, first, stride);
    assertThat(apart).containsExactly(expected);
  }

  @ParameterizedTest
  @MethodSource("both")
  void anglesOutOfReachAreThoseOfMath(PauliLanes kernels) {
    double[] large = {1e9, -1e300, Double.NaN, Double.POSITIVE_INFINITY, 0x1p20, 1, 2, 3};
    double[] angles = Arrays.copyOf(large, LANES);
    RotationTable table = scaling(1);
    double[] trig = table.buffer(1);
    kernels.sineCosine(table, LANES, angles, 0, LANES, trig);
    int at = table.anglePlace(0, 0);
    for (int lane = 0; lane < 5; lane++) {
      assertThat(trig[at + PauliRows.COSINE + lane])
          .isEqualTo(Double.valueOf(Math.cos(angles[lane])));
      assertThat(trig[table.factorPlace(0) + lane])
          .isEqualTo(Double.valueOf(Math.sin(angles[lane])));
    }
  }

  /// Each kind on random inputs, against plane rotations edge by edge as they are defined, in rows
  /// and in ends. The first edge's angle is π/2 in one lane, where its tangent is 1.6e16: measured
  /// 4.4e−16.
  @ParameterizedTest
  @MethodSource("both")
  void eachKindDoesWhatItSays(PauliLanes kernels) {
    for (int planes : new int[] {1, 2, 3}) {
      for (Kind kind : Kind.all()) {
        for (int used : new int[] {(1 << kind.outputs()) - 1, 1 << (kind.outputs() - 1)}) {
          writesRows(kernels, planes, kind, used);
        }
        writesEnds(kernels, planes, kind);
      }
    }
  }

  private void writesRows(PauliLanes kernels, int planes, Kind kind, int used) {
    RotationTable.Builder builder = new RotationTable.Builder(kind.inputs(), 5).run(kind);
    int first = builder.add(rows(kind), used, edges(kind), sines(kind));
    for (int w = 0; w < kind.outputs(); w++) {
      if ((used >> w & 1) != 0) {
        builder.endRun(Kind.NEGATION).add(new int[] {first + w}, 1, new int[0]);
      }
    }
    Storage storage = new Storage(kernels, builder.build(), planes);
    storage.angles[0] = Math.PI / 2;
    storage.turn();
    kernels.forward(storage.table, planes * LANES, storage.numbers);
    for (int i = 0; i < planes * LANES; i++) {
      double[] expected = expected(kind, storage, i);
      for (int w = 0; w < kind.outputs(); w++) {
        assertThat(storage.number(first + w, i))
            .as("%s, output %d, lane %d", kind, w, i)
            .isCloseTo((used >> w & 1) != 0 ? expected[w] : 0, within(ROUND_OFF));
      }
    }
  }

  private void writesEnds(PauliLanes kernels, int planes, Kind kind) {
    RotationTable.Builder builder = new RotationTable.Builder(kind.inputs(), 5).endRun(kind);
    builder.add(rows(kind), (1 << kind.outputs()) - 1, edges(kind), sines(kind));
    Storage storage = new Storage(kernels, builder.build(), planes);
    storage.turn();
    kernels.forward(storage.table, planes * LANES, storage.numbers);
    double[] sums = new double[kind.outputs() * PauliLanes.HALF];
    Arrays.fill(sums, 2);
    kernels.addEnds(storage.table, planes * LANES, storage.numbers, sums);
    double[] expected = new double[sums.length];
    Arrays.fill(expected, 2);
    for (int i = 0; i < planes * LANES; i++) {
      double[] each = expected(kind, storage, i);
      for (int w = 0; w < each.length; w++) {
        expected[w * PauliLanes.HALF + i % PauliLanes.HALF] += each[w];
      }
    }
    assertThat(sums).as("%s", kind).containsExactly(expected, within(ROUND_OFF));
  }

  private static int[] rows(Kind kind) {
    int[] rows = new int[kind.inputs()];
    Arrays.setAll(rows, u -> kind.inputs() - u);
    return rows;
  }

  private static int[] edges(Kind kind) {
    int[] edges = new int[kind.angles()];
    Arrays.setAll(edges, i -> (3 * i) % 5);
    return edges;
  }

  private static boolean[] sines(Kind kind) {
    boolean[] sines = new boolean[kind.scaled()];
    for (int j = 1; j < sines.length; j += 2) {
      sines[j] = true;
    }
    return sines;
  }

  private static double[] expected(Kind kind, Storage storage, int i) {
    double[] x = new double[kind.outputs()];
    for (int u = 0; u < kind.inputs(); u++) {
      x[u] = storage.number(kind.inputs() - u, i);
    }
    if (kind.equals(Kind.NEGATION)) {
      return new double[] {-x[0]};
    }
    for (int edge = 0; edge < kind.angles(); edge++) {
      double theta = storage.angles[edges(kind)[edge] * storage.planes * LANES + i];
      double c = Math.cos(theta);
      double s = Math.sin(theta);
      int scaled = edge - kind.turned() - kind.branched();
      int bit = 1 << edge;
      for (int u = 0; u < x.length; u++) {
        if (scaled >= 0) {
          x[u] *= sines(kind)[scaled] ? s : c;
        } else if ((u & bit) == 0) {
          double a = x[u];
          double b = x[u | bit];
          x[u] = c * a - s * b;
          x[u | bit] = c * b + s * a;
        }
      }
    }
    return x;
  }

  /// A table and what runs it: random roots.
  private final class Storage {
    final PauliLanes kernels;
    final RotationTable table;
    final int planes;
    final double[] angles;
    final double[] numbers;

    Storage(PauliLanes kernels, RotationTable table, int planes) {
      this.kernels = kernels;
      this.table = table;
      this.planes = planes;
      this.angles = random.doubles((long) table.angles() * planes * LANES, -9, 9).toArray();
      this.numbers = table.buffer(planes);
      for (int root = 1; root <= table.roots(); root++) {
        for (int i = 0; i < planes * LANES; i++) {
          set(root, i, random.nextDouble(-1, 1));
        }
      }
    }

    private Storage(PauliLanes kernels, Storage other) {
      this.kernels = kernels;
      this.table = other.table;
      this.planes = other.planes;
      this.angles = other.angles.clone();
      this.numbers = other.numbers.clone();
    }

    Storage copy(PauliLanes otherKernels) {
      return new Storage(otherKernels, this);
    }

    void turn() {
      kernels.sineCosine(table, planes * LANES, angles, 0, planes * LANES, numbers);
    }

    void set(int row, int i, double number) {
      numbers[table.place(row, i / LANES) + i % LANES] = number;
    }

    double number(int row, int i) {
      return numbers[table.place(row, i / LANES) + i % LANES];
    }

    void back(double[] weights) {
      turn();
      kernels.forward(table, planes * LANES, numbers);
      kernels.backward(table, planes * LANES, numbers, weights);
    }

    double[] slopes() {
      double[] slopes = new double[angles.length];
      kernels.slopes(table, planes * LANES, numbers, slopes, 0, planes * LANES);
      return slopes;
    }
  }

  /// The ends, weighted and summed, are linear in each root and, where an angle is met once, of
  /// first degree in it; an angle that is met several times is moved a little.
  @ParameterizedTest
  @MethodSource("both")
  void backwardIsTheDerivativeOfForward(PauliLanes kernels) {
    RotationTable table = RandomTable.of(random);
    double[] weights = RandomTable.weights(table, random);
    Storage storage = new Storage(kernels, table, 1);
    Storage before = storage.copy(kernels);
    storage.back(weights);
    double[] slopes = storage.slopes();
    double step = 1e-4;
    for (int k = 0; k < RandomTable.ANGLES; k++) {
      for (int i = 0; i < LANES; i++) {
        int at = k * LANES + i;
        double difference =
            8 * (shifted(before, at, step, weights, i) - shifted(before, at, -step, weights, i))
                - shifted(before, at, 2 * step, weights, i)
                + shifted(before, at, -2 * step, weights, i);
        assertThat(slopes[at]).as("angle %d", k).isCloseTo(difference / (12 * step), within(1e-9));
      }
    }
    for (int root = 1; root <= RandomTable.ROOTS; root++) {
      for (int i = 0; i < LANES; i++) {
        Storage unit = before.copy(kernels);
        for (int other = 1; other <= RandomTable.ROOTS; other++) {
          unit.set(other, i, other == root ? 1 : 0);
        }
        assertThat(storage.number(root, i))
            .as("root %d", root)
            .isCloseTo(response(unit, weights, i), within(1e-12));
      }
    }
  }

  private static double shifted(Storage storage, int at, double shift, double[] weights, int i) {
    Storage moved = storage.copy(storage.kernels);
    moved.angles[at] += shift;
    return response(moved, weights, i);
  }

  /// Of lane i of the only plane: the others' roots are 0.
  private static double response(Storage storage, double[] weights, int i) {
    for (int root = 1; root <= storage.table.roots(); root++) {
      for (int other = 0; other < LANES; other++) {
        storage.set(root, other, other == i ? storage.number(root, i) : 0);
      }
    }
    storage.turn();
    storage.kernels.forward(storage.table, LANES, storage.numbers);
    double[] sums = new double[weights.length * PauliLanes.HALF];
    storage.kernels.addEnds(storage.table, LANES, storage.numbers, sums);
    double sum = 0;
    for (int end = 0; end < weights.length; end++) {
      sum += weights[end] * sums[end * PauliLanes.HALF + i % PauliLanes.HALF];
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("both")
  void productsAreSumsOverColumns(PauliLanes kernels) {
    for (int columns : new int[] {0, 1, 8, 9, 31}) {
      double[] factors = random.doubles(columns, -1, 1).toArray();
      double[] matrix = random.doubles(3L * columns, -1, 1).toArray();
      double[] products = {7, 7, 7};
      kernels.products(matrix, factors, products);
      for (int i = 0; i < 3; i++) {
        double expected = 0;
        for (int j = 0; j < columns; j++) {
          expected += matrix[i * columns + j] * factors[j];
        }
        assertThat(products[i]).isCloseTo(expected, within(ROUND_OFF));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("both")
  void productsAreAddedColumnByColumn(PauliLanes kernels) {
    for (int columns : new int[] {0, 1, 3, 32, 71}) {
      double[] factors = {2, -3, 0.5};
      double[] matrix = random.doubles(3L * columns, -1, 1).toArray();
      double[] sums = new double[columns];
      Arrays.fill(sums, 7);
      kernels.addProducts(factors, matrix, sums);
      for (int j = 0; j < columns; j++) {
        assertThat(sums[j])
            .isCloseTo(
                7 + 2 * matrix[j] - 3 * matrix[columns + j] + 0.5 * matrix[2 * columns + j],
                within(ROUND_OFF));
      }
    }
  }

  @Test
  void bothGiveTheSameBitsInProducts() {
    double[] factors = random.doubles(75, -1, 1).toArray();
    double[] matrix = random.doubles(9 * 75, -1, 1).toArray();
    double[][] sums = new double[2][75];
    double[][] products = new double[2][9];
    for (int i = 0; i < 2; i++) {
      both().get(i).addProducts(Arrays.copyOf(factors, 9), matrix, sums[i]);
      both().get(i).products(matrix, factors, products[i]);
    }
    assertThat(sums[1]).containsExactly(sums[0]);
    assertThat(products[1]).containsExactly(products[0]);
  }

  @Test
  void bothGiveTheSameBits() {
    for (int planes : new int[] {1, 2, 4}) {
      RotationTable table = RandomTable.of(random);
      double[] weights = RandomTable.weights(table, random);
      Storage plain = new Storage(both().getFirst(), table, planes);
      Storage vector = plain.copy(both().getLast());
      double[][] sums = new double[2][table.ends() * PauliLanes.HALF];
      int i = 0;
      for (Storage storage : List.of(plain, vector)) {
        storage.turn();
        storage.kernels.forward(table, planes * LANES, storage.numbers);
        storage.kernels.addEnds(table, planes * LANES, storage.numbers, sums[i]);
        storage.kernels.backward(table, planes * LANES, storage.numbers, weights);
        i++;
      }
      assertThat(vector.numbers).containsExactly(plain.numbers);
      assertThat(sums[1]).containsExactly(sums[0]);
    }
  }

  /// Lanes without an expert: plain loops leave them out, vectors take them along with roots 0.
  @Test
  void bothGiveTheSameBitsWhereLanesAreEmpty() {
    RotationTable table = RandomTable.of(random);
    double[] weights = RandomTable.weights(table, random);
    for (int lanes :
        new int[] {1, 5, PauliLanes.HALF, LANES - 1, LANES, LANES + 3, 2 * LANES - 1}) {
      Storage plain = new Storage(both().getFirst(), table, 2);
      for (int root = 1; root <= table.roots(); root++) {
        for (int i = lanes; i < 2 * LANES; i++) {
          plain.set(root, i, 0);
        }
      }
      Storage vector = plain.copy(both().getLast());
      double[][] sums = new double[2][table.ends() * PauliLanes.HALF];
      int each = 0;
      for (Storage storage : List.of(plain, vector)) {
        storage.kernels.sineCosine(table, lanes, storage.angles, 0, 2 * LANES, storage.numbers);
        storage.kernels.forward(table, lanes, storage.numbers);
        storage.kernels.addEnds(table, lanes, storage.numbers, sums[each++]);
        storage.kernels.backward(table, lanes, storage.numbers, weights);
      }
      assertThat(sums[1]).containsExactly(sums[0]);
      double[] plainSlopes = plain.slopes();
      double[] vectorSlopes = vector.slopes();
      for (int i = 0; i < lanes; i++) {
        for (int k = 0; k < RandomTable.ANGLES; k++) {
          int at = k * 2 * LANES + i;
          assertThat(vectorSlopes[at]).as("%d of %d lanes", i, lanes).isEqualTo(plainSlopes[at]);
        }
        for (int root = 1; root <= table.roots(); root++) {
          assertThat(vector.number(root, i)).isEqualTo(plain.number(root, i));
        }
      }
    }
  }

  /// What one tile leaves behind does not matter to the next one.
  @ParameterizedTest
  @MethodSource("both")
  void buffersAreUsedAgain(PauliLanes kernels) {
    RotationTable table = RandomTable.of(random);
    double[] weights = RandomTable.weights(table, random);
    Storage once = new Storage(kernels, table, 2);
    Storage again = once.copy(kernels);
    once.back(weights);
    again.back(weights);
    for (int root = 1; root <= RandomTable.ROOTS; root++) {
      for (int i = 0; i < 2 * LANES; i++) {
        again.set(root, i, 3);
      }
    }
    again.back(weights);
    Arrays.fill(once.numbers, 0);
    for (int root = 1; root <= RandomTable.ROOTS; root++) {
      for (int i = 0; i < 2 * LANES; i++) {
        again.set(root, i, 0.5);
        once.set(root, i, 0.5);
      }
    }
    again.back(weights);
    once.back(weights);
    assertThat(again.numbers).containsExactly(once.numbers);
  }

  @Test
  void tablesCountTheirOperations() {
    RotationTable table = RandomTable.of(random);
    assertThat(table.operations()).isGreaterThan(8 * Kind.all().size());
    assertThat(table.angles()).isEqualTo(RandomTable.ANGLES);
    RotationTable.Builder builder = new RotationTable.Builder(1, 1);
    builder.run(new Kind(0, 1, 0)).add(new int[] {1}, 1, new int[] {0});
    assertThat(builder.addAngle()).isEqualTo(1);
    builder.endRun(new Kind(0, 0, 1)).add(new int[] {2}, 1, new int[] {1}, false);
    RotationTable small = builder.build();
    assertThat(small.operations(new Kind(0, 1, 0))).isEqualTo(1);
    assertThat(small.rows()).isEqualTo(4);
    assertThat(small.roots()).isEqualTo(1);
    assertThat(small.ends()).isEqualTo(1);
    assertThat(small.angles()).isEqualTo(2);
    assertThatThrownBy(() -> small.buffer(1 << 27)).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void longTablesGrow() {
    Kind cosine = new Kind(0, 0, 1);
    RotationTable.Builder builder = new RotationTable.Builder(1, 2);
    for (int k = 0; k < 200; k++) {
      builder.run(cosine).add(new int[] {k + 1}, 1, new int[] {k % 2}, false);
    }
    builder.endRun(Kind.NEGATION).add(new int[] {201}, 1, new int[0]);
    RotationTable table = builder.build();
    Storage storage = new Storage(PauliLanes.plain(), table, 1);
    storage.set(1, 0, 1);
    storage.angles[0] = 0.1;
    storage.angles[LANES] = 0.2;
    storage.turn();
    storage.kernels.forward(table, LANES, storage.numbers);
    // (cos 0.1 cos 0.2)^100 after 200 roundings.
    assertThat(storage.number(201, 0))
        .isCloseTo(Math.pow(Math.cos(0.1) * Math.cos(0.2), 100), within(1e-14));
  }

  @Test
  void operationsThatDoNotFitAreRefused() {
    Kind cosine = new Kind(0, 0, 1);
    RotationTable.Builder builder = new RotationTable.Builder(2, 1);
    int[] none = {};
    int[] angle = {0};
    assertThatThrownBy(() -> builder.add(new int[] {1}, 1, angle, false))
        .hasMessage("an operation needs a run");
    builder.run(cosine);
    assertThatThrownBy(() -> builder.add(new int[] {1}, 1, new int[] {1}, false))
        .hasMessage("angle 1 is not one of the 1 there are");
    assertThatThrownBy(() -> builder.add(new int[] {1}, 1, none))
        .hasMessageContaining("reads 1 rows and has 1 angles, 1 of them scaled; got 1, 0 and 0");
    assertThatThrownBy(() -> builder.add(new int[] {1}, 2, angle, false))
        .hasMessageContaining("writes 1 rows, not those of 2");
    builder.add(new int[] {1}, 1, angle, false);
    // Row 3 belongs to the same run.
    assertThatThrownBy(() -> builder.add(new int[] {3}, 1, angle, false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("row 3 is not one of the 3 there are");
    assertThatThrownBy(() -> builder.add(new int[] {1}, 1, angle, false))
        .hasMessage("row 1 is read already or of no use");
    assertThatThrownBy(builder::build).hasMessage("row 3 is written, and nothing reads it");
    builder.endRun(new Kind(0, 1, 0)).add(new int[] {3}, 3, angle);
    assertThatThrownBy(() -> builder.run(cosine)).hasMessage("rows are written before ends");
    assertThat(builder.build().ends()).isEqualTo(2);
    assertThatThrownBy(() -> new Kind(3, 1, 0))
        .hasMessage("no operation turns 3 edges, branches 1 and scales along 0");
    assertThatThrownBy(() -> new RotationTable.Builder(-1, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
