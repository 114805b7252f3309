import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Writes the kernels that hold a block of rows in registers, `VectorTurns`, `VectorOverlaps` and
/// `VectorObservables`: one method for each number of strings g, thus for blocks of 2^g rows, and
/// each form of block. Java has no loops over registers, a method that takes vectors may put them
/// on the heap, and places from tables instead of a formula take a third more time.
///
/// `java BlockKernels.java TARGET`, the folder of generated sources
final class BlockKernels {
  private static final Path PACKAGE = Path.of("org", "meanfield", "kernels", "state");

  private static final String HEAD =
      """
      // Made by .build/BlockKernels.java: change that.
      package org.meanfield.kernels.state;

      import static jdk.incubator.vector.DoubleVector.fromArray;
      import static org.meanfield.kernels.state.BatchLanes.LANES;
      import static org.meanfield.kernels.state.VectorBatchLanes.SPECIES;
      import static org.meanfield.kernels.state.VectorBatchLanes.WIDTH;

      import jdk.incubator.vector.DoubleVector;

      final class %1$s {
      private %1$s() {}

      private static IllegalArgumentException unfit(AxisBlock block) {
      return new IllegalArgumentException("%2$s, got %%s".formatted(block.axes()));
      }
      """;

  /// `AxisBlock.Form`, and how row e of the block at hand is found.
  private enum Form {
    /// At i + e·LANES, i = b·LANES.
    NEAR,
    /// At i + e·w.
    FAR,
    /// First rows come from tables, others from them by ⊕.
    ANY;

    String place(int e) {
      return this == ANY ? "q" + e : e == 0 ? "i" : "i + " + (this == NEAR ? lanes(e) : "w" + e);
    }

    String word() {
      return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
  }

  /// Lines for g strings.
  private interface Part {
    Stream<String> lines(int g, Form form);
  }

  /// What is done to blocks, group after group of states; the states of a group share what is
  /// computed before and after them.
  ///
  /// @param name of the method that chooses by form and g
  /// @param sizes per form, the g
  /// @param imaginary whether strings must be
  /// @param parameters besides the block and the number of states
  /// @param groups how many
  /// @param bases of rows
  /// @param before the blocks of a group
  /// @param rows of a block
  /// @param after the blocks of a group
  private record Kernel(
      String name,
      Map<Form, List<Integer>> sizes,
      boolean imaginary,
      String parameters,
      String groups,
      List<String> bases,
      Part before,
      Part rows,
      Part after) {
    Stream<String> lines() {
      Stream<String> cases =
          Stream.of(Form.values())
              .filter(sizes::containsKey)
              .flatMap(form -> Stream.of("case %s -> {".formatted(form), choice(form), "}"));
      Stream<String> methods =
          sizes.entrySet().stream()
              .sorted(Map.Entry.comparingByKey())
              .flatMap(e -> e.getValue().stream().flatMap(g -> method(e.getKey(), g)));
      return concat(
          Stream.of(
              "",
              "static void %s(AxisBlock block, int states, %s) {".formatted(name, parameters),
              "block.require(%s);".formatted(imaginary),
              "switch (block.form) {"),
          cases,
          Stream.of("default -> throw unfit(block);", "}", "}"),
          methods);
    }

    private String choice(Form form) {
      String arguments = parameters.replaceAll("(boolean|int|double\\[\\]) ", "");
      StringBuilder choice = new StringBuilder("switch (block.size()) {\n");
      for (int g : sizes.get(form)) {
        choice.append(
            "case %d -> %s(block, states, %s);\n".formatted(g, method(form.word(), g), arguments));
      }
      return choice + "default -> throw unfit(block);\n}";
    }

    private String method(String form, int g) {
      return name + form + (1 << g);
    }

    private Stream<String> method(Form form, int g) {
      return concat(
          Stream.of(
              "",
              "private static void %s(AxisBlock block, int states, %s) {"
                  .formatted(method(form.word(), g), parameters),
              "int groups = %s;".formatted(groups)),
          switch (form) {
            case NEAR -> Stream.of("int rows = states * block.amplitudes() / groups;");
            case FAR ->
                concat(
                    Stream.of(
                        "int rows = states * block.amplitudes() / groups * LANES;",
                        "int w1 = block.step[0];"),
                    each(2, 1 << g, e -> "int w%d = %d * w1;".formatted(e, e)));
            case ANY ->
                concat(
                    Stream.of(
                        "int size = block.amplitudes() * LANES;",
                        "int lowMask = block.low.length - 1;",
                        "int highMask = block.high.length - 1;",
                        "int lowBits = Integer.bitCount(lowMask);",
                        "int bits = lowBits + Integer.bitCount(highMask);",
                        "int blocks = (states << bits) / groups;"),
                    each(0, g, s -> "int step%d = block.step[%d];".formatted(s, s)));
          },
          Stream.of("for (int lane = 0; lane < LANES; lane += WIDTH) {"),
          bases.stream(),
          Stream.of("for (int group = 0; group < groups; group++) {"),
          before.lines(g, form),
          switch (form) {
            case NEAR -> Stream.of(loop("b", "%d".formatted(1 << g)), "int i = b * LANES;");
            case FAR ->
                Stream.of(
                    loop("h", (1 << g) + " * w1"), "for (int i = h; i < h + w1; i += LANES) {");
            case ANY ->
                concat(
                    Stream.of(
                        "for (int k = group * blocks; k < (group + 1) * blocks; k++) {",
                        "int low = k & lowMask;",
                        "int high = (k >> lowBits) & highMask;",
                        "int q0 = (k >> bits) * size + (block.high[high] ^ block.low[low]);"),
                    each(1, 1 << g, BlockKernels::moved));
          },
          rows.lines(g, form),
          form == Form.FAR ? Stream.of("}", "}") : Stream.of("}"),
          after.lines(g, form),
          Stream.of("}", "}", "}"));
    }

    private static String loop(String at, String step) {
      return "for (int %1$s = group * rows; %1$s < (group + 1) * rows; %1$s += %2$s) {"
          .formatted(at, step);
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[0]).resolve(PACKAGE));
    KernelSource.deleteOthers(
        target, Set.of("VectorTurns.java", "VectorOverlaps.java", "VectorObservables.java"));
    List<Integer> upToFour = List.of(1, 2, 3, 4);
    List<Integer> upToThree = List.of(1, 2, 3);
    Kernel turns =
        new Kernel(
            "turn",
            Map.of(Form.NEAR, upToFour, Form.FAR, upToFour, Form.ANY, upToFour),
            true,
            "boolean back, double[] from, int f, double[] to, int t, double[] tangents, int at,"
                + " int step",
            "step == 0 ? 1 : states",
            List.of("int source = f + lane;", "int target = t + lane;"),
            (g, _) ->
                tangents(g, "at + group * step", "back ? -block.sense[%1$d] : block.sense[%1$d]"),
            (g, form) ->
                concat(each(0, 1 << g, e -> load("a", e, "from", "source", form)), turned(g, form)),
            (_, _) -> Stream.of());
    Kernel sharedTurns =
        new Kernel(
            "turnShared",
            Map.of(Form.NEAR, List.of(3, 4)),
            true,
            "double[] numbers, int n, double[] to, int t, double[] tangents, int at",
            "1",
            List.of("int target = t + lane;"),
            (g, _) -> tangents(g, "at", "block.sense[%d]"),
            (g, form) ->
                concat(
                    each(
                        0,
                        1 << g,
                        e ->
                            "DoubleVector a%1$d = DoubleVector.broadcast(SPECIES, numbers[n + b + %1$d]);"
                                .formatted(e)),
                    turned(g, form)),
            (_, _) -> Stream.of());
    Kernel overlaps =
        new Kernel(
            "overlap",
            Map.of(Form.NEAR, upToThree, Form.FAR, upToThree, Form.ANY, upToThree),
            true,
            "double[] lambda, int l, double[] psi, int p, double[] sums, int at",
            "1",
            List.of("int other = l + lane;", "int source = p + lane;"),
            (g, _) ->
                Stream.of("plus", "minus", "oddPlus", "oddMinus")
                    .limit(g == 1 ? 2 : 4)
                    .flatMap(name -> each(0, g, s -> zero(name, s))),
            BlockKernels::overlapped,
            (g, _) ->
                each(
                    0,
                    g,
                    s ->
                        add(
                            "sums",
                            "at + %d * LANES + lane".formatted(s),
                            (g == 1
                                    ? "plus%1$d.sub(minus%1$d).mul(block.sense[%1$d])"
                                    : "plus%1$d.add(oddPlus%1$d).sub(minus%1$d.add(oddMinus%1$d)).mul(block.sense[%1$d])")
                                .formatted(s))));
    Kernel means =
        new Kernel(
            "means",
            Map.of(
                Form.NEAR, List.of(1, 2, 4), Form.FAR, List.of(1, 2, 4), Form.ANY, List.of(1, 2)),
            false,
            "double[] psi, int p, double[] means, int at",
            "states",
            List.of("int source = p + lane;"),
            (g, _) -> each(0, g, s -> zero("sum", s)),
            BlockKernels::averaged,
            (g, _) ->
                each(
                    0,
                    g,
                    s ->
                        add(
                            "means",
                            "at + (group * %d + %d) * LANES + lane".formatted(g, s),
                            "sum%1$d.mul(2 * block.sense[%1$d])".formatted(s))));
    Kernel observed =
        new Kernel(
            "observe",
            means.sizes(),
            false,
            "double[] residual, int j, double[] factors, int c, double[] psi, int p, double[] lambda,"
                + " int l",
            "states",
            List.of("int source = p + lane;", "int target = l + lane;"),
            (g, _) ->
                each(
                    0,
                    g,
                    s ->
                        """
                        DoubleVector c%1$d = fromArray(SPECIES, factors, c + %1$d * LANES + lane)
                        .mul(fromArray(SPECIES, residual, j + group * LANES + lane)).mul(block.sense[%1$d]);\
                        """
                            .formatted(s)),
            BlockKernels::observed,
            (_, _) -> Stream.of());
    write(
        target,
        "VectorTurns",
        "1 to 4 strings turn at once, 3 or 4 of shared states",
        turns,
        sharedTurns);
    write(target, "VectorOverlaps", "overlaps are taken of 1 to 3 strings at once", overlaps);
    write(
        target,
        "VectorObservables",
        "observables come in blocks of 1, 2 or, if regular, 4 strings",
        means,
        observed);
  }

  private static Stream<String> tangents(int g, String at, String sense) {
    return each(
        0,
        g,
        s ->
            """
            DoubleVector t%1$d = fromArray(SPECIES, tangents, %2$s + %1$d * LANES + lane)
            .mul(%3$s);
            DoubleVector n%1$d = t%1$d.neg();\
            """
                .formatted(s, at, sense.formatted(s)));
  }

  /// String after string turns the pairs of rows (e, e + 2^s): p ↦ p − tq, q ↦ q + tp.
  private static Stream<String> turned(int g, Form form) {
    List<String> lines = new ArrayList<>();
    for (int s = 0; s < g; s++) {
      char from = (char) ('a' + s);
      char to = (char) (from + 1);
      for (int e : without(g, s)) {
        int f = e | 1 << s;
        String p = "%c%d.fma(n%d, %c%d)".formatted(from, f, s, from, e);
        String q = "%c%d.fma(t%d, %c%d)".formatted(from, e, s, from, f);
        if (s + 1 < g) {
          lines.add("DoubleVector %c%d = %s;".formatted(to, e, p));
          lines.add("DoubleVector %c%d = %s;".formatted(to, f, q));
        } else {
          lines.add("%s.intoArray(to, target + %s);".formatted(p, form.place(e)));
          lines.add("%s.intoArray(to, target + %s);".formatted(q, form.place(f)));
        }
      }
    }
    return lines.stream();
  }

  /// Σ λ_q ψ_p and Σ λ_p ψ_q over the pairs (p, q) of each string, those with an odd number of
  /// bits in p apart: else each addition would wait for the one before.
  private static Stream<String> overlapped(int g, Form form) {
    return concat(
        each(
            0,
            1 << g,
            e ->
                load("a", e, "psi", "source", form) + "\n" + load("b", e, "lambda", "other", form)),
        IntStream.range(0, g)
            .boxed()
            .flatMap(s -> without(g, s).stream().map(e -> overlapped(s, e, e | 1 << s))));
  }

  private static String overlapped(int s, int p, int q) {
    boolean odd = (Integer.bitCount(p) & 1) != 0;
    return """
        %4$s%1$d = b%3$d.fma(a%2$d, %4$s%1$d);
        %5$s%1$d = b%2$d.fma(a%3$d, %5$s%1$d);\
        """
        .formatted(s, p, q, odd ? "oddPlus" : "plus", odd ? "oddMinus" : "minus");
  }

  /// Σ ψ_p ψ_q over the pairs (p, q) of each string, times its sign in the block.
  private static Stream<String> averaged(int g, Form form) {
    Stream<String> loads = each(0, 1 << g, e -> load("a", e, "psi", "source", form));
    return form == Form.ANY
        ? concat(
            loads,
            each(0, g, s -> zero("part", s)),
            pairs(g, "part%1$d = a%2$d.fma(a%3$d, part%1$d);"),
            each(
                0,
                g,
                s ->
                    "sum%1$d = DoubleVector.broadcast(SPECIES, %2$s).fma(part%1$d, sum%1$d);"
                        .formatted(s, sign(g, s))))
        : concat(loads, pairs(g, "sum%1$d = a%2$d.fma(a%3$d, sum%1$d);"));
  }

  /// λ_e + Σ_s c_s ψ_{e + 2^s}, c_s with its sign in the block.
  private static Stream<String> observed(int g, Form form) {
    String factor = form == Form.ANY ? "w" : "c";
    return concat(
        each(0, 1 << g, e -> load("a", e, "psi", "source", form)),
        form == Form.ANY
            ? each(0, g, s -> "DoubleVector w%1$d = c%1$d.mul(%2$s);".formatted(s, sign(g, s)))
            : Stream.of(),
        each(
            0,
            1 << g,
            e -> {
              String at = "target + " + form.place(e);
              String sum = "fromArray(SPECIES, lambda, " + at + ")";
              for (int s = 0; s < g; s++) {
                sum = "%s%d.fma(a%d, %s)".formatted(factor, s, e ^ 1 << s, sum);
              }
              return "%s.intoArray(lambda, %s);".formatted(sum, at);
            }));
  }

  private static String sign(int g, int s) {
    return "block.highSign[%1$d * high + %2$d] * block.lowSign[%1$d * low + %2$d]".formatted(g, s);
  }

  private static String load(String row, int e, String array, String base, Form form) {
    return "DoubleVector %s%d = fromArray(SPECIES, %s, %s + %s);"
        .formatted(row, e, array, base, form.place(e));
  }

  private static String zero(String name, int s) {
    return "DoubleVector %s%d = DoubleVector.zero(SPECIES);".formatted(name, s);
  }

  private static String add(String array, String at, String what) {
    return "fromArray(SPECIES, %1$s, %2$s).add(%3$s).intoArray(%1$s, %2$s);"
        .formatted(array, at, what);
  }

  /// Row e is the row without e's highest string, moved along that.
  private static String moved(int e) {
    int s = 31 - Integer.numberOfLeadingZeros(e);
    return "int q%d = q%d ^ step%d;".formatted(e, e ^ 1 << s, s);
  }

  /// Lines for each string s and the pairs of rows (e, e + 2^s).
  private static Stream<String> pairs(int g, String lines) {
    return IntStream.range(0, g)
        .boxed()
        .flatMap(s -> without(g, s).stream().map(e -> lines.formatted(s, e, e | 1 << s)));
  }

  private static List<Integer> without(int g, int s) {
    return IntStream.range(0, 1 << g).filter(e -> (e & 1 << s) == 0).boxed().toList();
  }

  private static Stream<String> each(int from, int to, IntFunction<String> line) {
    return IntStream.range(from, to).mapToObj(line);
  }

  @SafeVarargs
  private static Stream<String> concat(Stream<String>... parts) {
    return Stream.of(parts).flatMap(part -> part);
  }

  private static String lanes(int e) {
    return e == 1 ? "LANES" : e + " * LANES";
  }

  private static void write(Path target, String name, String sizes, Kernel... kernels)
      throws IOException {
    String lines = String.join("\n", Stream.of(kernels).flatMap(Kernel::lines).toList());
    KernelSource.write(
        target.resolve(name + ".java"), HEAD.formatted(name, sizes) + lines + "\n}\n");
  }
}
