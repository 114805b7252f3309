package org.meanfield.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.NumbersOrWord;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.core.config.StudyFile;
import org.meanfield.core.fault.Faults;

/// Every kind of setting on its whole way: from the text of a study to what a provider reads, and
/// from the canonical text there again.
class SettingKindsTest {
  private static final Setting<Double> REAL = Setting.real("real", 1, -2, 2, "", "a number");
  private static final Setting<Integer> WHOLE = Setting.integer("whole", 1, 0, 9, "an integer");
  private static final Setting<String> WORD =
      Setting.choice("word", "red", "a colour", List.of("red", "green"));
  private static final Setting<Boolean> FLAG = Setting.flag("flag", false, "a truth value");
  private static final Setting<String> TEXT = Setting.text("text", "", "a text");
  private static final Setting<Path> FILE = Setting.file("file", "a file");
  private static final Setting<List<String>> WORDS = Setting.words("words", List.of(), "words");
  private static final Setting<List<Double>> NUMBERS =
      Setting.numbers("numbers", List.of(), "numbers");
  private static final Setting<NumbersOrWord> EITHER =
      Setting.numbersOr("either", "mean", "numbers or a word");
  private static final Setting<Integer> FEATURES = Setting.features();
  private static final Setting<Path> SOURCE = Setting.optionalFile("source", "a file of its own");
  private static final Setting<Integer> RIVAL =
      Setting.integer("rival", 3, 0, 9, "excluded by source").insteadOf(SOURCE);
  private static final Setting<Integer> MATE =
      Setting.integer("mate", 4, 0, 9, "needs source").beside(SOURCE);

  private static final String STUDY =
      """
      study: train
      data: {source: digits, classes: [3, 4], features: 2, train: 16, test: 8}
      expert:
        type: acme:all
        real: -0.5
        whole: 7
        word: green
        flag: true
        text: 0.50
        file: some.txt
        words: [one, 2, three]
        numbers: [1, 2.5]
        either: [0.25, 0.75]
      flow: {time: 1.0}
      experts: [4]
      """;

  @TempDir private Path folder;

  @Test
  void everyKindIsReadFromAStudyAndFromItsCanonicalText() throws IOException {
    Files.writeString(folder.resolve("some.txt"), "hello");
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    Planned planned = planned(study, List.of(), SettingKindsTest::assertAsWritten);

    for (Map.Entry<String, Path> file : planned.files().entrySet()) {
      Path copy = folder.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.copy(file.getValue(), copy);
    }
    Path canonical = Files.writeString(folder.resolve("canonical.yaml"), planned.plan().text());
    Planned again = planned(canonical, List.of(), SettingKindsTest::assertAsWritten);
    assertThat(again.plan().text()).isEqualTo(planned.plan().text());
  }

  @Test
  void listsAndWordsAreReadFromOverrides() throws IOException {
    Files.writeString(folder.resolve("some.txt"), "hello");
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    planned(
        study,
        List.of("expert.either=[0.5, 0.5]", "expert.numbers=[]", "expert.words=[x]"),
        settings -> {
          assertThat(settings.get(EITHER).numbers()).containsExactly(0.5, 0.5);
          assertThat(settings.get(NUMBERS)).isEmpty();
          assertThat(settings.get(WORDS)).containsExactly("x");
        });
    planned(
        study,
        List.of("expert.either=mean"),
        settings -> assertThat(settings.get(EITHER).word()).isEqualTo("mean"));
  }

  @Test
  void aListOfSomethingElseIsRefused() throws IOException {
    Files.writeString(folder.resolve("some.txt"), "hello");
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    Faults faults = new Faults();
    assertThat(plan(study, List.of("expert.either=[a, b]"), _ -> {}, faults)).isEmpty();
    assertThat(faults.sorted())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.sentence()).isEqualTo("'either' must be a finite number, got 'a'"));
  }

  @Test
  void settingsThatExcludeOrNeedAnother() throws IOException {
    Files.writeString(folder.resolve("some.txt"), "hello");
    Path study = Files.writeString(folder.resolve("study.yaml"), STUDY);
    assertThat(planned(study, List.of(), _ -> {}).plan().text())
        .contains("rival: 3")
        .doesNotContain("mate", "source: \"");
    assertThat(planned(study, List.of("expert.source=some.txt"), _ -> {}).plan().text())
        .contains("mate: 4", "source: \"files/")
        .doesNotContain("rival");
    Faults both = new Faults();
    plan(study, List.of("expert.source=some.txt", "expert.rival=1"), _ -> {}, both);
    assertThat(both.sorted())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.sentence()).isEqualTo("'rival' and 'source' exclude each other"));
    Faults alone = new Faults();
    plan(study, List.of("expert.mate=1"), _ -> {}, alone);
    assertThat(alone.sorted())
        .singleElement()
        .satisfies(fault ->
            assertThat(fault.sentence()).isEqualTo("'mate' has a meaning beside 'source' only"));
  }

  private static void assertAsWritten(Settings settings) {
    assertThat(settings.get(REAL)).isEqualTo(-0.5);
    assertThat(settings.get(WHOLE)).isEqualTo(7);
    assertThat(settings.get(WORD)).isEqualTo("green");
    assertThat(settings.get(FLAG)).isTrue();
    assertThat(settings.get(TEXT)).isEqualTo("0.50");
    assertThat(settings.get(FILE)).hasContent("hello");
    assertThat(settings.get(WORDS)).containsExactly("one", "2", "three");
    assertThat(settings.get(NUMBERS)).containsExactly(1.0, 2.5);
    assertThat(settings.get(EITHER).numbers()).containsExactly(0.25, 0.75);
    assertThat(settings.get(FEATURES)).isEqualTo(2);
  }

  private static Planned planned(Path study, List<String> overrides, Consumer<Settings> check) {
    Faults faults = new Faults();
    var planned = plan(study, overrides, check, faults);
    assertThat(faults.sorted()).isEmpty();
    return planned.orElseThrow();
  }

  private static Optional<Planned> plan(
      Path study, List<String> overrides, Consumer<Settings> check, Faults faults) {
    Planner planner =
        new Planner(Fakes.catalog(Fakes.ours(new AllKinds(check))), new Machine(8L << 30, 2));
    return StudyFile.read(study, overrides, faults)
        .flatMap(document -> planner.plan(document, faults));
  }

  private record AllKinds(Consumer<Settings> check) implements ExpertProvider {
    @Override
    public Descriptor descriptor() {
      return Descriptor.of("acme:all", "one setting of each kind")
          .settings(
              REAL, WHOLE, WORD, FLAG, TEXT, FILE, WORDS, NUMBERS, EITHER, FEATURES, SOURCE, RIVAL,
              MATE);
    }

    @Override
    public Expert create(Settings settings) {
      check.accept(settings);
      return new Fakes.Cosine(settings.get(FEATURES));
    }
  }
}
