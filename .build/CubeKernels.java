import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes the kernels that run cubes of rotations, `VectorForward` and `VectorBackward`: methods for
/// each `RotationTable.Kind`, of rows and of ends, each operation from load to store in registers.
/// Java has no loops over registers, and a method that takes vectors may put them on the heap.
/// `PlainPauliLanes` says the same in loops, and rounds the same.
///
/// What limits them is how many instructions there are beside those on vectors. So runs without a
/// missing row have methods that do not ask for it, each operation is done for both halves of a
/// plane, and what lies at constant distances is loaded together: then its bounds are checked at
/// once.
///
/// `java CubeKernels.java TARGET`, the folder of generated sources
final class CubeKernels {
  private static final Path PACKAGE = Path.of("org", "meanfield", "kernels", "pauli");

  /// `Kind.MOST_EDGES`, `Kind.MOST_SCALED`.
  private static final int MOST_EDGES = 3;

  private static final int MOST_SCALED = 2;

  private static final String HEAD =
      """
      // Made by .build/CubeKernels.java: change that.
      package org.meanfield.kernels.pauli;

      import static jdk.incubator.vector.DoubleVector.fromArray;
      import static org.meanfield.kernels.pauli.PauliLanes.HALF;
      import static org.meanfield.kernels.pauli.PauliRows.COSINE;
      %2$simport static org.meanfield.kernels.pauli.PauliRows.ROW;
      %3$simport static org.meanfield.kernels.pauli.VectorPauliLanes.PAIRS;
      import static org.meanfield.kernels.pauli.VectorPauliLanes.SPECIES;
      import static org.meanfield.kernels.pauli.VectorPauliLanes.WIDTH;

      import jdk.incubator.vector.DoubleVector;
      import org.meanfield.kernels.pauli.RotationTable.Kind;

      final class %1$s {
      private %1$s() {}
      """;

  private static final String IMPORT =
      "import static org.meanfield.kernels.pauli.PauliRows.%s;\n";

  /// `RotationTable.Kind`.
  private record Kind(int turned, int branched, int scaled) {
    /// Edges with a tangent.
    int edges() {
      return turned + branched;
    }

    int inputs() {
      return 1 << turned;
    }

    int outputs() {
      return 1 << edges();
    }

    int angles() {
      return edges() + scaled;
    }

    String digits() {
      return "" + turned + branched + scaled;
    }

    static List<Kind> all() {
      List<Kind> all = new ArrayList<>();
      for (int edges = 0; edges <= MOST_EDGES; edges++) {
        for (int turned = 0; turned <= edges; turned++) {
          for (int scaled = 0; scaled <= MOST_SCALED; scaled++) {
            all.add(new Kind(turned, edges - turned, scaled));
          }
        }
      }
      return all;
    }
  }

  /// What a method's operations write, or on the way back read.
  private enum Target {
    /// Rows.
    ROWS("Rows", false, false),
    /// Rows, some of no use, from rows, some missing.
    PARTIAL_ROWS("PartialRows", false, true),
    /// Ends.
    ENDS("Ends", true, false),
    /// Ends, from rows, some missing.
    PARTIAL_ENDS("PartialEnds", true, true);

    final String word;
    final boolean ends;
    final boolean partial;

    Target(String word, boolean ends, boolean partial) {
      this.word = word;
      this.ends = ends;
      this.partial = partial;
    }
  }

  /// The body of a method: assignments to new names.
  private static final class Body {
    final Kind kind;
    final Target target;

    /// Whether operations are taken back.
    final boolean back;

    final List<String> lines = new ArrayList<>();
    private int names;

    /// Of a plane, the lower or the upper.
    String half = "a";

    Body(Kind kind, Target target, boolean back) {
      this.kind = kind;
      this.target = target;
      this.back = back;
    }

    String let(String letter, String expression) {
      String name = letter + names++;
      lines.add("DoubleVector %s = %s;".formatted(name, expression));
      return name;
    }

    /// A number's place in the half.
    private String inHalf(String array, String at) {
      return array.equals("numbers") && half.equals("b") ? at + " + HALF" : at;
    }

    String load(String array, String at) {
      return "fromArray(SPECIES, %s, %s)".formatted(array, inHalf(array, at));
    }

    void store(String what, String array, String at) {
      lines.add("%s.intoArray(%s, %s);".formatted(what, array, inHalf(array, at)));
    }

    /// k_i is where angle i is, of scaled edges too, s_j where factor j is, at_u where input u is.
    void places() {
      int next = 1;
      for (int u = 0; u < kind.inputs(); u++) {
        lines.add("int at%d = places[p + %d] + r;".formatted(u, next++));
      }
      for (int i = 0; i < kind.edges(); i++) {
        lines.add("int k%d = places[p + %d] + r;".formatted(i, next++));
      }
      for (int j = 0; j < kind.scaled(); j++) {
        lines.add("int s%d = places[p + %d] + r;".formatted(j, next++));
        if (back) {
          lines.add("int k%d = places[p + %d] + r;".formatted(kind.edges() + j, next));
        }
        next++;
      }
    }

    /// t_i is the tangent of angle i, n_i = −t_i, e_i its cosine, g_j is factor j and h_j its
    /// derivative.
    void angles() {
      for (int i = 0; i < kind.edges(); i++) {
        fetch("t", i, "k", "");
        fetch("e", i, "k", " + COSINE");
        if (back || i < kind.turned()) {
          lines.add("DoubleVector n%1$d%2$s = t%1$d%2$s.neg();".formatted(i, half));
        }
      }
      for (int j = 0; j < kind.scaled(); j++) {
        fetch("g", j, "s", "");
        if (back) {
          fetch("h", j, "s", " + DERIVATIVE");
        }
      }
    }

    private void fetch(String letter, int number, String place, String distance) {
      lines.add(
          "DoubleVector %s%d%s = %s;"
              .formatted(letter, number, half, load("numbers", place + number + distance)));
    }

    /// Where output w is.
    String output(int w) {
      return target == Target.PARTIAL_ROWS ? "w" + w : "w + %d * ROW".formatted(w);
    }

    /// With what stands for outputs that are of no use.
    void outputs(String instead) {
      for (int w = 0; w < kind.outputs() && target == Target.PARTIAL_ROWS; w++) {
        lines.add(
            "int w%d = (used & %d) == 0 ? %s : w + %d * ROW;".formatted(w, 1 << w, instead, w));
      }
    }

    /// Π_i cos θ_i, or nothing.
    String cosines() {
      String product = "";
      for (int i = 0; i < kind.edges(); i++) {
        product = times(product, "e" + i + half);
      }
      return product;
    }

    String times(String product, String factor) {
      return product.isEmpty() ? factor : let("c", "%s.mul(%s)".formatted(product, factor));
    }

    List<String> scaledInputs(String factor) {
      List<String> x = new ArrayList<>();
      for (int u = 0; u < kind.inputs(); u++) {
        String row = load("numbers", "at" + u);
        x.add(let("x", factor.isEmpty() ? row : "%s.mul(%s)".formatted(row, factor)));
      }
      return x;
    }

    /// a − t b at bit 0 and b + t a at bit 1, or the other way round.
    void turn(List<String> x, int edge, boolean back) {
      int bit = 1 << edge;
      for (int u = 0; u < x.size(); u++) {
        if ((u & bit) == 0) {
          String a = x.get(u);
          String b = x.get(u | bit);
          x.set(u, fma(back ? "t" : "n", edge, b, a));
          x.set(u | bit, fma(back ? "n" : "t", edge, a, b));
        }
      }
    }

    String fma(String factor, int edge, String a, String b) {
      return let("y", "%s%d%s.fma(%s, %s)".formatted(factor, edge, half, a, b));
    }

    String sumOfProducts(List<String> a, List<String> b) {
      String sum = let("d", "%s.mul(%s)".formatted(a.getFirst(), b.getFirst()));
      for (int u = 1; u < a.size(); u++) {
        sum = let("d", "%s.fma(%s, %s)".formatted(a.get(u), b.get(u), sum));
      }
      return sum;
    }

    String method() {
      List<String> before = new ArrayList<>();
      List<String> first = new ArrayList<>();
      String place = "table.target[run] + r";
      String step = "%d * ROW".formatted(kind.outputs());
      if (target.ends) {
        place = back ? "table.target[run] / HALF" : "table.target[run] + part % PAIRS * WIDTH";
        step = back ? "" + kind.outputs() : "%d * HALF".formatted(kind.outputs());
      }
      if (target.partial && back) {
        before.add("int zero = table.place(0, 0) + r;");
      }
      if (target.partial) {
        before.add("int idle = table.idlePlace() + r;");
      }
      if (target == Target.PARTIAL_ROWS) {
        first.add("int used = places[p];");
      }
      return Stream.of(
              Stream.of(
                  "",
                  "private static void %s(".formatted(name(back, kind, target)),
                  "RotationTable table, int run, int planes, double[] numbers, double[] ends) {",
                  "int[] places = table.places;",
                  "int end = table.start[run + 1];",
                  "for (int part = 0; part < planes * PAIRS; part++) {",
                  "int r = part / PAIRS * table.plane() + part % PAIRS * WIDTH;",
                  "int w = %s;".formatted(place)),
              before.stream(),
              Stream.of("for (int p = table.start[run]; p < end; p += %d) {".formatted(stride())),
              first.stream(),
              lines.stream(),
              Stream.of("w += %s;".formatted(step), "}", "}", "}", ""))
          .flatMap(part -> part)
          .collect(Collectors.joining("\n"));
    }

    private int stride() {
      return 1 + kind.inputs() + kind.edges() + 2 * kind.scaled();
    }
  }

  private static String name(boolean back, Kind kind, Target target) {
    return (back ? "backward" : "forward") + target.word + kind.digits();
  }

  /// The inputs times all factors; they turn edge by edge, then branch.
  private static String forward(Kind kind, Target target) {
    Body body = new Body(kind, target, false);
    body.places();
    body.outputs("idle");
    List<String> other = List.of();
    for (String half : List.of("a", "b")) {
      body.half = half;
      body.angles();
      List<String> x = forward(body);
      for (int w = 0; w < x.size(); w++) {
        String at = "w + %d * HALF".formatted(w);
        if (!target.ends) {
          body.store(x.get(w), "numbers", body.output(w));
        } else if (half.equals("b")) {
          String sum = "%s.add(%s)".formatted(other.get(w), x.get(w));
          body.store("%s.add(%s)".formatted(body.load("ends", at), sum), "ends", at);
        }
      }
      other = x;
    }
    return body.method();
  }

  private static List<String> forward(Body body) {
    Kind kind = body.kind;
    String factor = body.cosines();
    for (int j = 0; j < kind.scaled(); j++) {
      factor = body.times(factor, "g" + j + body.half);
    }
    List<String> x = body.scaledInputs(factor);
    for (int i = 0; i < kind.turned(); i++) {
      body.turn(x, i, false);
    }
    for (int i = kind.turned(); i < kind.edges(); i++) {
      for (String a : List.copyOf(x)) {
        x.add(body.let("b", "t%d%s.mul(%s)".formatted(i, body.half, a)));
      }
    }
    return kind.angles() == 0 ? List.of(body.let("b", x.getFirst() + ".neg()")) : x;
  }

  /// With x the inputs times the cosines and m the adjoints, each at the same place, the slope is
  /// Σ (m_b x_a − m_a x_b) over the pairs (a, b) of a turned edge; Σ f x, f = m_b − t m_a from the
  /// pairs of a branched edge, contracted along the others; and Σ m x times the derivative of the
  /// factor along a scaled one; everything times the other factors.
  private static String backward(Kind kind, Target target) {
    Body body = new Body(kind, target, true);
    body.places();
    body.outputs("zero");
    for (int u = 0; u < kind.inputs() && target.partial; u++) {
      body.lines.add("int to%1$d = at%1$d == zero ? idle : at%1$d;".formatted(u));
    }
    List<String> ends = new ArrayList<>();
    for (int w = 0; w < kind.outputs() && target.ends; w++) {
      ends.add(body.let("l", "DoubleVector.broadcast(SPECIES, ends[w + %d])".formatted(w)));
    }
    for (String half : List.of("a", "b")) {
      body.half = half;
      body.angles();
      List<String> m = new ArrayList<>(ends);
      for (int w = m.size(); w < kind.outputs(); w++) {
        m.add(body.let("l", body.load("numbers", body.output(w))));
      }
      backward(body, m);
    }
    return body.method();
  }

  private static void backward(Body body, List<String> adjoints) {
    Kind kind = body.kind;
    int turned = kind.turned();
    List<String> m = adjoints;
    if (kind.angles() == 0) {
      storeAdjoint(body, 0, m.getFirst() + ".neg()");
      return;
    }
    List<List<String>> across = new ArrayList<>();
    for (int i = kind.edges() - 1; i >= turned; i--) {
      List<String> kept = new ArrayList<>();
      List<String> f = new ArrayList<>();
      for (int u = 0; u < 1 << i; u++) {
        kept.add(body.fma("t", i, m.get(u | 1 << i), m.get(u)));
        f.add(body.fma("n", i, m.get(u), m.get(u | 1 << i)));
      }
      for (int j = i - 1; j >= turned; j--) {
        for (int u = 0; u < 1 << j; u++) {
          f.set(u, body.fma("t", j, f.get(u | 1 << j), f.get(u)));
        }
      }
      across.addFirst(f.subList(0, 1 << turned));
      m = kept;
    }
    String cosines = body.cosines();
    List<String> x = body.scaledInputs(cosines);
    List<String> slopes = new ArrayList<>();
    if (kind.branched() == 0) {
      for (int i = 0; i < turned; i++) {
        body.turn(m, i, true);
      }
      turnedSlopes(body, m, x, slopes);
    } else {
      List<String> y = new ArrayList<>(x);
      for (int i = 0; i < turned; i++) {
        body.turn(y, i, false);
      }
      turnedSlopes(body, m, y, slopes);
      for (List<String> f : across) {
        slopes.add(body.sumOfProducts(f, y));
      }
      for (int i = 0; i < turned; i++) {
        body.turn(m, i, true);
      }
    }
    String product = "";
    for (int j = 0; j < kind.scaled(); j++) {
      product = body.times(product, "g" + j + body.half);
    }
    if (kind.scaled() > 0) {
      for (int i = 0; i < slopes.size(); i++) {
        slopes.set(i, body.let("d", "%s.mul(%s)".formatted(slopes.get(i), product)));
      }
      String sum = body.sumOfProducts(m, x);
      for (int j = 0; j < kind.scaled(); j++) {
        String slope = sum;
        for (int other = 0; other < kind.scaled(); other++) {
          String factor = (other == j ? "h" : "g") + other + body.half;
          slope = body.let("d", "%s.mul(%s)".formatted(slope, factor));
        }
        slopes.add(slope);
      }
    }
    String all =
        product.isEmpty() ? cosines : cosines.isEmpty() ? product : body.times(cosines, product);
    for (int u = 0; u < kind.inputs(); u++) {
      storeAdjoint(body, u, "%s.mul(%s)".formatted(all, m.get(u)));
    }
    // One after the other: two edges of an operation may have one angle.
    for (int i = 0; i < slopes.size(); i++) {
      String at = "k%d + SLOPE".formatted(i);
      body.store(body.load("numbers", at) + ".add(%s)".formatted(slopes.get(i)), "numbers", at);
    }
  }

  /// In the place of the coefficient, which is of no use any more.
  private static void storeAdjoint(Body body, int u, String adjoint) {
    body.store(adjoint, "numbers", (body.target.partial ? "to" : "at") + u);
  }

  private static void turnedSlopes(
      Body body, List<String> m, List<String> x, List<String> slopes) {
    for (int i = 0; i < body.kind.turned(); i++) {
      List<String> low = new ArrayList<>();
      List<String> high = new ArrayList<>();
      List<String> lowX = new ArrayList<>();
      List<String> highX = new ArrayList<>();
      for (int u = 0; u < x.size(); u++) {
        boolean bit = (u & 1 << i) != 0;
        (bit ? high : low).add(m.get(u));
        (bit ? highX : lowX).add(x.get(u));
      }
      String up = body.sumOfProducts(high, lowX);
      String down = body.sumOfProducts(low, highX);
      slopes.add(body.let("d", "%s.sub(%s)".formatted(up, down)));
    }
  }

  private static String choice(
      boolean back, String name, String parameters, List<Target> targets) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("static VectorPauliLanes.Run %s(%s) {".formatted(name, parameters));
    lines.add("return switch (100 * kind.turned() + 10 * kind.branched() + kind.scaled()) {");
    for (Kind kind : Kind.all()) {
      String methods =
          targets.stream()
              .map(target -> "%s::%s".formatted(type(back), name(back, kind, target)))
              .collect(Collectors.joining(" : "));
      String asked = targets.size() > 1 ? "partial ? " : "";
      lines.add("case %d -> %s%s;".formatted(Integer.parseInt(kind.digits()), asked, methods));
    }
    lines.add("default -> throw new IllegalArgumentException(kind.toString());");
    lines.add("};");
    lines.add("}");
    return String.join("\n", lines) + "\n";
  }

  private static String type(boolean back) {
    return back ? "VectorBackward" : "VectorForward";
  }

  private static void write(Path folder, boolean back, List<Target> rows, List<Target> ends)
      throws IOException {
    String asked = "Kind kind, boolean partial";
    String derivative = back ? IMPORT.formatted("DERIVATIVE") : "";
    String slope = back ? IMPORT.formatted("SLOPE") : "";
    StringBuilder text = new StringBuilder(HEAD.formatted(type(back), derivative, slope));
    text.append(choice(back, "rows", asked, rows));
    text.append(choice(back, "ends", ends.size() > 1 ? asked : "Kind kind", ends));
    for (Kind kind : Kind.all()) {
      Stream.of(rows, ends)
          .flatMap(List::stream)
          .forEach(each -> text.append(back ? backward(kind, each) : forward(kind, each)));
    }
    KernelSource.write(folder.resolve(type(back) + ".java"), text + "}\n");
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]).resolve(PACKAGE));
    KernelSource.deleteOthers(folder, Set.of(type(false) + ".java", type(true) + ".java"));
    List<Target> rows = List.of(Target.PARTIAL_ROWS, Target.ROWS);
    write(folder, false, rows, List.of(Target.ENDS));
    write(folder, true, rows, List.of(Target.PARTIAL_ENDS, Target.ENDS));
  }
}
