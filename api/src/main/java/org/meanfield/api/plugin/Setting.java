package org.meanfield.api.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One setting, said once: it validates, documents, completes and reads.
///
/// ```java
/// static final Setting<Double> STEP =
///     Setting.positive("step", 0.01, "time", "the length of one step");
/// …
/// new Rk4(settings.get(STEP));
/// ```
///
/// Compared by identity: the constant in the descriptor is the key in [Settings].
///
/// @param <T> what it reads as
public final class Setting<T> {
  /// Where the value of a setting comes from.
  public enum Origin {
    /// the user writes it
    USER,
    /// the user names another service of kind [Setting#service()], which the planner makes
    SERVICE,
    /// the planner fills it in: the number of features of the study's inputs
    FEATURES
  }

  private final String name;
  private final String type;
  private final String range;
  private final String unit;
  private final String meaning;
  private final @Nullable T fallback;
  private final @Nullable String fallbackService;
  private final boolean required;
  private final Origin origin;
  private final @Nullable Class<? extends ServiceProvider<?>> service;
  private final List<String> choices;
  private final Function<Object, T> reader;
  private final @Nullable Setting<?> insteadOf;
  private final @Nullable Setting<?> beside;

  private Setting(Builder<T> builder, Function<Object, T> reader) {
    this.name = builder.name;
    this.type = builder.type;
    this.range = builder.range;
    this.unit = builder.unit;
    this.meaning = builder.meaning;
    this.fallback = builder.fallback;
    this.fallbackService = builder.fallbackService;
    this.required = builder.required;
    this.origin = builder.origin;
    this.service = builder.service;
    this.choices = builder.choices;
    this.reader = reader;
    this.insteadOf = null;
    this.beside = null;
  }

  private Setting(Setting<T> same, @Nullable Setting<?> insteadOf, @Nullable Setting<?> beside) {
    this.name = same.name;
    this.type = same.type;
    this.range = same.range;
    this.unit = same.unit;
    this.meaning = same.meaning;
    this.fallback = same.fallback;
    this.fallbackService = same.fallbackService;
    this.required = same.required;
    this.origin = same.origin;
    this.service = same.service;
    this.choices = same.choices;
    this.reader = same.reader;
    this.insteadOf = insteadOf;
    this.beside = beside;
  }

  /// {@return this setting as one that another excludes: where a user writes the other, this one
  /// has no default and writing it is a mistake}
  ///
  /// @param other a setting of the same descriptor
  public Setting<T> insteadOf(Setting<?> other) {
    return new Setting<>(this, other, beside);
  }

  /// {@return this setting as one that needs another: where a user does not write the other, this
  /// one has no default and writing it is a mistake}
  ///
  /// @param other a setting of the same descriptor
  public Setting<T> beside(Setting<?> other) {
    return new Setting<>(this, insteadOf, other);
  }

  /// {@return a finite real number > 0}
  ///
  /// @param name lower-case words
  /// @param fallback the default
  /// @param unit such as `time` or `radians`
  /// @param meaning one phrase
  public static Setting<Double> positive(
      String name, double fallback, String unit, String meaning) {
    return real(name, fallback, Math.nextUp(0.0), Double.MAX_VALUE, unit, meaning);
  }

  /// {@return a finite real number in [least, most]}
  ///
  /// @param name lower-case words
  /// @param fallback the default
  /// @param least the smallest value
  /// @param most the largest value
  /// @param unit such as `time` or `radians`
  /// @param meaning one phrase
  public static Setting<Double> real(
      String name, double fallback, double least, double most, String unit, String meaning) {
    Builder<Double> builder = new Builder<>(name, "number", unit, meaning);
    builder.fallback = fallback;
    builder.range = realRange(least, most);
    return new Setting<>(
        builder,
        value -> {
          double number = number(value);
          if (!(number >= least && number <= most)) {
            throw wanted("a number " + builder.range, value);
          }
          return number;
        });
  }

  private static String realRange(double least, double most) {
    String low = least == Math.nextUp(0.0) ? "> 0" : least == -Double.MAX_VALUE ? "" : "≥ " + least;
    String high = most == Double.MAX_VALUE ? "" : "≤ " + most;
    return low.isEmpty() || high.isEmpty() ? low + high : low + " and " + high;
  }

  /// {@return an integer in [least, most]}
  ///
  /// @param name lower-case words
  /// @param fallback the default
  /// @param least the smallest value
  /// @param most the largest value
  /// @param meaning one phrase
  public static Setting<Integer> integer(
      String name, int fallback, int least, int most, String meaning) {
    return integer(name, Optional.of(fallback), least, most, meaning);
  }

  /// {@return an integer in [least, most] that the user must give}
  ///
  /// @param name lower-case words
  /// @param least the smallest value
  /// @param most the largest value
  /// @param meaning one phrase
  public static Setting<Integer> requiredInteger(String name, int least, int most, String meaning) {
    return integer(name, Optional.empty(), least, most, meaning);
  }

  private static Setting<Integer> integer(
      String name, Optional<Integer> fallback, int least, int most, String meaning) {
    Builder<Integer> builder = new Builder<>(name, "integer", "", meaning);
    builder.fallback = fallback.orElse(null);
    builder.required = fallback.isEmpty();
    builder.range = most == Integer.MAX_VALUE ? "≥ " + least : "%d … %d".formatted(least, most);
    return new Setting<>(
        builder,
        value -> {
          if (value instanceof Number given) {
            double number = given.doubleValue();
            if (number == Math.rint(number) && number >= least && number <= most) {
              return (int) number;
            }
          }
          throw wanted("an integer " + builder.range, value);
        });
  }

  /// {@return one of a few words}
  ///
  /// @param name lower-case words
  /// @param fallback the default, one of the words
  /// @param meaning one phrase
  /// @param words the words
  public static Setting<String> choice(
      String name, String fallback, String meaning, List<String> words) {
    Builder<String> builder = new Builder<>(name, "word", "", meaning);
    builder.fallback = fallback;
    builder.choices = List.copyOf(words);
    builder.range = String.join(" | ", words);
    return new Setting<>(
        builder,
        value -> {
          String text = String.valueOf(value);
          if (!words.contains(text)) {
            throw wanted("one of " + builder.range, value);
          }
          return text;
        });
  }

  /// {@return true or false}
  ///
  /// @param name lower-case words
  /// @param fallback the default
  /// @param meaning one phrase
  public static Setting<Boolean> flag(String name, boolean fallback, String meaning) {
    Builder<Boolean> builder = new Builder<>(name, "true or false", "", meaning);
    builder.fallback = fallback;
    return new Setting<>(
        builder,
        value -> {
          if (value instanceof Boolean flag) {
            return flag;
          }
          throw wanted("true or false", value);
        });
  }

  /// {@return any text}
  ///
  /// @param name lower-case words
  /// @param fallback the default; may be empty
  /// @param meaning one phrase
  public static Setting<String> text(String name, String fallback, String meaning) {
    Builder<String> builder = new Builder<>(name, "text", "", meaning);
    builder.fallback = fallback;
    return new Setting<>(builder, String::valueOf);
  }

  /// {@return a file that the user must name; the planner resolves it against the study's folder}
  ///
  /// @param name lower-case words
  /// @param meaning one phrase
  public static Setting<Path> file(String name, String meaning) {
    return file(name, true, meaning);
  }

  /// {@return a file that the user may name; without a value if not}
  ///
  /// @param name lower-case words
  /// @param meaning one phrase
  public static Setting<Path> optionalFile(String name, String meaning) {
    return file(name, false, meaning);
  }

  private static Setting<Path> file(String name, boolean required, String meaning) {
    Builder<Path> builder = new Builder<>(name, "file", "", meaning);
    builder.required = required;
    return new Setting<>(
        builder,
        value -> {
          if (value instanceof Path path) {
            return path;
          }
          throw wanted("the name of a file", value);
        });
  }

  /// {@return a list of words}
  ///
  /// @param name lower-case words
  /// @param fallback the default
  /// @param meaning one phrase
  public static Setting<List<String>> words(String name, List<String> fallback, String meaning) {
    Builder<List<String>> builder = new Builder<>(name, "list of words", "", meaning);
    builder.fallback = List.copyOf(fallback);
    return new Setting<>(
        builder,
        value -> {
          if (!(value instanceof List<?> list)) {
            throw wanted("a list of words", value);
          }
          return list.stream().map(String::valueOf).toList();
        });
  }

  /// {@return a list of finite numbers}
  ///
  /// @param name lower-case words
  /// @param fallback the default
  /// @param meaning one phrase
  public static Setting<List<Double>> numbers(String name, List<Double> fallback, String meaning) {
    Builder<List<Double>> builder = new Builder<>(name, "list of numbers", "", meaning);
    builder.fallback = List.copyOf(fallback);
    return new Setting<>(
        builder,
        value -> {
          if (!(value instanceof List<?> list)) {
            throw wanted("a list of numbers", value);
          }
          return numbers(list);
        });
  }

  /// {@return a list of finite numbers, or a word that stands for a usual choice of them; the word
  /// is the default}
  ///
  /// @param name lower-case words
  /// @param word the word, such as `mean`
  /// @param meaning one phrase
  public static Setting<NumbersOrWord> numbersOr(String name, String word, String meaning) {
    Builder<NumbersOrWord> builder = new Builder<>(name, "word or list of numbers", "", meaning);
    builder.fallback = new NumbersOrWord(word, List.of());
    builder.range = word + " | numbers";
    builder.choices = List.of(word);
    return new Setting<>(
        builder,
        value -> {
          Object token = value instanceof NumbersOrWord typed ? typed.token() : value;
          if (token instanceof List<?> list && !list.isEmpty()) {
            return new NumbersOrWord("", numbers(list));
          }
          if (!word.equals(token)) {
            throw wanted("'%s' or a list of numbers".formatted(word), token);
          }
          return new NumbersOrWord(word, List.of());
        });
  }

  private static List<Double> numbers(List<?> list) {
    List<Double> numbers = new ArrayList<>();
    for (Object item : list) {
      numbers.add(number(item));
    }
    return List.copyOf(numbers);
  }

  /// {@return another service, named by its id}
  ///
  /// @param name lower-case words
  /// @param kind the provider interface of the service, such as `QuantumBackendProvider.class`
  /// @param type the service's type
  /// @param fallback the default id; `auto` lets the planner choose where the kind allows it
  /// @param meaning one phrase
  /// @param <S> the service's type
  public static <S> Setting<S> service(
      String name,
      Class<? extends ServiceProvider<S>> kind,
      Class<S> type,
      String fallback,
      String meaning) {
    Builder<S> builder = new Builder<>(name, "service", "", meaning);
    builder.origin = Origin.SERVICE;
    builder.service = kind;
    builder.fallbackService = fallback;
    return new Setting<>(builder, type::cast);
  }

  /// {@return the number of features of the study's inputs, filled in by the planner}
  public static Setting<Integer> features() {
    Builder<Integer> builder =
        new Builder<>("features", "integer", "", "the number of features of the inputs");
    builder.origin = Origin.FEATURES;
    builder.range = "≥ 1";
    return new Setting<>(builder, value -> (int) number(value));
  }

  private static double number(Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wanted("a finite number", value);
  }

  private static IllegalArgumentException wanted(String what, Object value) {
    String shown = value instanceof String ? "'" + value + "'" : String.valueOf(value);
    return new IllegalArgumentException("must be %s, got %s".formatted(what, shown));
  }

  /// {@return the value that a token stands for}
  ///
  /// @param value a String, Boolean, Number, List of these, Path for files, or the service itself
  /// @throws IllegalArgumentException if it is of the wrong type or out of range; the message goes
  ///   "must be …, got …"
  public T read(Object value) {
    return reader.apply(value);
  }

  /// {@return the name in a study file}
  public String name() {
    return name;
  }

  /// {@return what kind of value it takes, such as `number`}
  public String type() {
    return type;
  }

  /// {@return the admissible values in words, such as `> 0`; empty if any}
  public String range() {
    return range;
  }

  /// {@return the unit; empty if none}
  public String unit() {
    return unit;
  }

  /// {@return what it means, in a phrase}
  public String meaning() {
    return meaning;
  }

  /// {@return the default value; empty for required settings, services and the number of features}
  public Optional<T> fallback() {
    return Optional.ofNullable(fallback);
  }

  /// {@return the id of the default service}
  public Optional<String> fallbackService() {
    return Optional.ofNullable(fallbackService);
  }

  /// {@return whether the user must give it}
  public boolean required() {
    return required;
  }

  /// {@return where its value comes from}
  public Origin origin() {
    return origin;
  }

  /// {@return the kind of service it names, where [#origin] is `SERVICE`}
  public Optional<Class<? extends ServiceProvider<?>>> service() {
    return Optional.ofNullable(service);
  }

  /// {@return the words to choose from; empty if it is not a choice}
  public List<String> choices() {
    return choices;
  }

  /// {@return the setting that excludes this one}
  public Optional<Setting<?>> insteadOf() {
    return Optional.ofNullable(insteadOf);
  }

  /// {@return the setting that this one needs}
  public Optional<Setting<?>> beside() {
    return Optional.ofNullable(beside);
  }

  /// {@return the name}
  @Override
  public String toString() {
    return name;
  }

  private static final class Builder<T> {
    private final String name;
    private final String type;
    private final String unit;
    private final String meaning;
    private String range = "";
    private @Nullable T fallback;
    private @Nullable String fallbackService;
    private boolean required;
    private Origin origin = Origin.USER;
    private @Nullable Class<? extends ServiceProvider<?>> service;
    private List<String> choices = List.of();

    Builder(String name, String type, String unit, String meaning) {
      this.name = name;
      this.type = type;
      this.unit = unit;
      this.meaning = meaning;
    }
  }
}
