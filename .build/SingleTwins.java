import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes twins in single precision of sources in double precision: of `PauliLanes` there comes to
/// be `SinglePauliLanes`, in the same package.
///
/// `java SingleTwins.java SOURCES TARGET narrow=NAMES rename=NAMES known=NAMES`, folders of sources
/// with the system's separator between them, names of classes with spaces:
///
/// - *narrow*: numbers become `float`, and so do vectors, boxes and literals; what is marked
///   `/* wide */ double` stays
/// - *rename*: numbers stay; what is marked `/* single */ double` becomes `float`
/// - *known*: twins that another module offers
///
/// In all twins the names of classes that have a twin become those of the twins, in links of
/// comments too. Whatever else comments and strings say stays as it is. A twin that loses precision by mistake does not compile, for the
/// language narrows nothing silently; files that are no longer twins are deleted.
final class SingleTwins {
  /// Comments, strings, characters, numbers, words.
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<comment>//[^\\n]*|/\\*.*?\\*/)\
          |(?<text>\"""(?:\\\\.|.)*?\"""|"(?:\\\\.|[^"\\\\])*"|'(?:\\\\.|[^'\\\\])*')\
          |(?<number>0[xX][0-9a-fA-F_.]+(?:[pP][+-]?[0-9]+)?[dDfFlL]?|\\.?[0-9][0-9_]*(?:\\.(?![.\\w])|\\.[0-9_]+)?(?:[eE][+-]?[0-9]+)?[dDfFlL]?)\
          |(?<word>[\\p{L}_$][\\p{L}\\p{N}_$]*)""",
          Pattern.DOTALL);

  /// A link of a comment to a class.
  private static final Pattern LINK = Pattern.compile("\\[(\\w+)");

  private static final Map<String, String> NARROWED =
      Map.of(
          "double", "float",
          "Double", "Float",
          "DoubleVector", "FloatVector",
          "reinterpretAsDoubles", "reinterpretAsFloats");

  private final Set<String> twins = new TreeSet<>();

  public static void main(String[] arguments) throws IOException {
    List<Path> folders = Stream.of(arguments[0].split(File.pathSeparator)).map(Path::of).toList();
    Path target = Path.of(arguments[1]);
    Set<String> narrow = names(arguments, "narrow");
    Set<String> rename = names(arguments, "rename");
    SingleTwins writer = new SingleTwins();
    writer.twins.addAll(narrow);
    writer.twins.addAll(rename);
    writer.twins.addAll(names(arguments, "known"));
    List<Path> written = new ArrayList<>();
    for (Path sources : folders) {
      try (Stream<Path> all = Files.walk(sources)) {
        for (Path source : all.filter(p -> p.toString().endsWith(".java")).sorted().toList()) {
          String name = source.getFileName().toString().replace(".java", "");
          if (narrow.remove(name) | rename.contains(name)) {
            boolean narrows = !rename.remove(name);
            Path twin =
                target.resolve(sources.relativize(source)).resolveSibling("Single" + name + ".java");
            written.add(twin);
            write(twin, writer.twin(name, Files.readString(source), narrows));
          }
        }
      }
    }
    narrow.addAll(rename);
    if (!narrow.isEmpty()) {
      throw new IllegalArgumentException("no sources in " + folders + " for " + narrow);
    }
    deleteOthers(target, written);
  }

  private static Set<String> names(String[] arguments, String list) {
    return Stream.of(arguments)
        .filter(argument -> argument.startsWith(list + "="))
        .flatMap(argument -> Stream.of(argument.substring(list.length() + 1).split("\\s+")))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void write(Path file, String text) throws IOException {
    // An unchanged file keeps its time, and nothing is compiled again.
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    }
  }

  private static void deleteOthers(Path target, List<Path> written) throws IOException {
    if (Files.exists(target)) {
      try (Stream<Path> all = Files.walk(target)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          if (!written.contains(file)) {
            Files.delete(file);
          }
        }
      }
    }
  }

  private String twin(String name, String source, boolean narrows) {
    StringBuilder twin = new StringBuilder();
    twin.append("// Made from ").append(name).append(".java: change that.\n");
    String mark = "";
    Matcher token = TOKEN.matcher(source);
    while (token.find()) {
      String text = token.group();
      String written = text;
      if (token.group("word") != null) {
        boolean floats = narrows ? !mark.equals("/* wide */") : mark.equals("/* single */");
        written = floats ? NARROWED.getOrDefault(text, twin(text)) : twin(text);
      } else if (token.group("number") != null) {
        written = narrows && isReal(text) && !mark.equals("/* wide */") ? text + "f" : text;
      }
      if (token.group("comment") != null) {
        mark = text;
        written = LINK.matcher(text).replaceAll(link -> "[" + twin(link.group(1)));
      } else {
        mark = "";
      }
      token.appendReplacement(twin, Matcher.quoteReplacement(written));
    }
    return token.appendTail(twin).toString();
  }

  private String twin(String word) {
    return twins.contains(word) ? "Single" + word : word;
  }

  private static boolean isReal(String number) {
    boolean hexadecimal = number.startsWith("0x") || number.startsWith("0X");
    return number.matches(
        hexadecimal ? ".*[pP][+-]?[0-9]+" : "[0-9_]*(\\.[0-9_]*([eE].*)?|[eE].*)");
  }
}
