package org.meanfield.core.report;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.NavigableSet;
import java.util.regex.Pattern;

/// The run in a paragraph, a verdict and a table of final numbers.
final class Headline {
  private static final Pattern BEYOND_KIND = Pattern.compile("; backend|, observable");

  /// The folders before a file's name.
  private static final Pattern FOLDERS = Pattern.compile("(?<!\\S)\\S*/(?=[^\\s/])");

  private final Run run;
  private final LossOverTime loss;
  private final FunctionError error;
  private final Rates rates;
  private final Problems problems;
  private final Assumption assumption;
  private final Unreadable unreadable;

  Headline(
      Run run,
      LossOverTime loss,
      FunctionError error,
      Rates rates,
      Problems problems,
      Assumption assumption,
      Unreadable unreadable) {
    this.run = run;
    this.loss = loss;
    this.error = error;
    this.rates = rates;
    this.problems = problems;
    this.assumption = assumption;
    this.unreadable = unreadable;
  }

  void write(Html html) {
    Provenance study = run.provenance().part("study");
    String kind = study.text("kind");
    html.element(
        "p",
        kind.isEmpty()
            ? "Report of a run"
            : Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " study",
        "class",
        "kind");
    html.element("h1", run.name());
    html.markup("<p class=\"summary\">").markup(summary()).markup("</p>\n");
    verdict(html);
  }

  private String summary() {
    List<String> sentences = new ArrayList<>();
    sentences.add(setting());
    if (!loss.isEmpty()) {
      sentences.add(lossWords());
    }
    rateWords(sentences);
    return String.join(" ", sentences);
  }

  private String setting() {
    Provenance expert = run.provenance().part("expert");
    Provenance data = run.provenance().part("data");
    List<String> numbers =
        (loss.isEmpty() ? List.copyOf(rates.experts()) : loss.experts())
            .stream()
                .filter(experts -> !experts.isLimit())
                .map(experts -> Numerals.count(experts.number()))
                .toList();
    StringBuilder out = new StringBuilder();
    if (numbers.isEmpty() && !loss.hasLimit()) {
      return "No mixture and no limit was followed to a time that was recorded.";
    }
    if (numbers.isEmpty()) {
      out.append("The limit of mixtures");
    } else {
      out.append("Mixtures of <i>N</i>&nbsp;=&nbsp;")
          .append(Numerals.list(numbers))
          .append(numbers.equals(List.of("1")) ? " expert" : " experts");
    }
    String name = expertName(expert);
    int d = run.parameters();
    if (d == 0 && rates.dimensions().size() > 1) {
      out.append(" with <i>d</i>&nbsp;=&nbsp;");
      out.append(Numerals.list(rates.dimensions().stream().map(String::valueOf).toList()));
      out.append(" parameters");
    }
    if (!name.isEmpty() || d > 0) {
      out.append(" (");
      out.append(Html.escape(name));
      if (d > 0) {
        out.append(name.isEmpty() ? "" : "; ")
            .append("<i>d</i>&nbsp;=&nbsp;")
            .append(Numerals.count(d));
        out.append(d == 1 ? " parameter" : " parameters");
        out.append(" each");
      }
      out.append(")");
    }
    out.append(numbers.isEmpty() ? " was followed" : " were trained by gradient flow");
    double time = loss.finalTime();
    if (Double.isFinite(time)) {
      out.append(" to time <i>T</i>&nbsp;=&nbsp;").append(Numerals.of(time));
    }
    // What was done to the rows stands under "What was run"; here their name is enough.
    String source =
        data.text("description").isEmpty()
            ? data.text("source")
            : data.text("description").split("[:;]", 2)[0];
    if (!source.isEmpty()) {
      out.append(" on ").append(Html.escape(FOLDERS.matcher(source).replaceAll("")));
      if (Double.isFinite(data.number("train"))) {
        out.append(" (").append(points(data)).append(")");
      }
    }
    if (loss.replicates() == 1) {
      out.append(", once: a single replicate, so no error can be given");
    } else if (loss.replicates() > 1) {
      out.append(", in ").append(loss.replicates()).append(" replicates");
    }
    Provenance limit = run.provenance().part("limit");
    if (!limit.text("solver").isEmpty()) {
      out.append(
              numbers.isEmpty()
                  ? "; it was solved by <i>"
                  : "; the limit <i>N</i> → ∞ was solved by <i>")
          .append(Html.escape(limit.text("solver")))
          .append("</i>");
      if (Double.isFinite(limit.number("error_estimate"))) {
        out.append(" with an estimated error of ")
            .append(Numerals.of(limit.number("error_estimate"), 2));
      }
    }
    return out.append(".").toString();
  }

  /// {@return what kind of expert it is; its observable and backend stand under "What was run", and
  /// d is said once}
  private static String expertName(Provenance expert) {
    String whole = expert.text("description");
    if (whole.isEmpty()) {
      return expert.text("id");
    }
    return BEYOND_KIND.split(whole, 2)[0].replaceAll(",? (d = \\d+|in \\d+ parameters?)\\b", "");
  }

  private String points(Provenance data) {
    long train = (long) data.number("train");
    long test = (long) data.number("test");
    return test > 0
        ? Numerals.count(train) + " training and " + Numerals.count(test) + " test points"
        : Numerals.count(train) + (train == 1 ? " training point" : " training points");
  }

  private String lossWords() {
    StringBuilder out = new StringBuilder("At the end the loss");
    List<Experts> finite = loss.experts().stream().filter(e -> !e.isLimit()).toList();
    if (finite.isEmpty()) {
      Experts limit = Experts.LIMIT;
      out.append(" is <b>").append(ofLimit(loss.last(limit))).append("</b>, from ");
      return out.append(ofLimit(loss.first(limit))).append(" at the start.").toString();
    }
    Experts largest = finite.getLast();
    LossOverTime.Point last = loss.last(largest);
    out.append(" is <b>").append(Numerals.of(last.loss())).append("</b> for <i>N</i>&nbsp;=&nbsp;");
    out.append(Numerals.count(largest.number()));
    if (loss.hasLimit()) {
      LossOverTime.Point limit = loss.last(Experts.LIMIT);
      out.append(" and <b>").append(ofLimit(limit)).append("</b> in the limit");
    }
    out.append(" (from ").append(Numerals.of(loss.first(largest).loss().mean(), 3)).append(")");
    boolean test = loss.hasTestAccuracy();
    if (test || loss.hasTrainAccuracy()) {
      out.append("; ").append(test ? "test" : "training").append(" accuracy ");
      out.append(Numerals.percent(test ? last.test() : last.train()));
      if (loss.hasLimit()) {
        LossOverTime.Point limit = loss.last(Experts.LIMIT);
        out.append(" (limit ")
            .append(Numerals.percent(test ? limit.test() : limit.train()))
            .append(")");
      }
    }
    return out.append(".").toString();
  }

  /// {@return the limit's loss with the digits that its estimated error allows}
  private String ofLimit(LossOverTime.Point point) {
    double value = point.loss().mean();
    return Numerals.within(value, run.limitLossError(value));
  }

  private void rateWords(List<String> sentences) {
    NavigableSet<Integer> dimensions = rates.dimensions();
    List<Experts> finite = loss.experts().stream().filter(e -> !e.isLimit()).toList();
    if (dimensions.size() != 1 || finite.isEmpty()) {
      return;
    }
    int d = dimensions.first();
    Experts least = finite.getFirst();
    Experts most = finite.getLast();
    Replicates coupling = rates.lastCoupling(d, most);
    if (!coupling.isEmpty()) {
      StringBuilder out = new StringBuilder();
      out.append("The coupling error <i>D</i>² is <b>")
          .append(Numerals.of(coupling))
          .append("</b>");
      Replicates small = rates.lastCoupling(d, least);
      if (most.number() > least.number() && coupling.mean() > 0 && !small.isEmpty()) {
        out.append(", ").append(Numerals.of(small.mean() / coupling.mean(), 3));
        out.append(" times below that of <i>N</i>&nbsp;=&nbsp;")
            .append(Numerals.count(least.number()));
        out.append(" (1/<i>N</i> gives ")
            .append(Numerals.of((double) most.number() / least.number(), 3));
        out.append(")");
      }
      sentences.add(out.append(".").toString());
    }
    Replicates distance = rates.lastDistance(d, most);
    if (!distance.isEmpty()) {
      sentences.add(
          "The squared Wasserstein distance W₂² to the limit’s atoms is <b>"
              + Numerals.of(distance)
              + "</b> at <i>N</i>&nbsp;=&nbsp;"
              + Numerals.count(most.number())
              + ".");
    }
  }

  private void verdict(Html html) {
    long holds = rates.slopes().stream().filter(Rates.Slope::holds).count();
    long slopes = rates.slopes().stream().filter(Rates.Slope::judged).count();
    long open = rates.slopes().stream().filter(Rates.Slope::inconclusive).count();
    boolean broken = unreadable.isPresent();
    boolean told = run.has("problems.csv");
    List<String> doubts = assumption.broken();
    List<Provenance> notices = run.provenance().parts("notices");
    boolean good =
        !broken
            && told
            && problems.count() == 0
            && (slopes == 0 || (holds > 0 && holds + open == slopes))
            && doubts.isEmpty()
            && notices.isEmpty();
    html.open("p", "class", good ? "verdict good" : "verdict look");
    List<String> words = new ArrayList<>();
    if (slopes > 0) {
      words.add(
          holds == slopes
              ? slopes == 1 ? "the predicted rate holds" : "all " + slopes + " predicted rates hold"
              : holds + " of " + slopes + " predicted rates hold");
      if (open > 0) {
        words.add(open + (open == 1 ? " is" : " are") + " inconclusive");
      }
      long against = slopes - holds - open;
      if (against > 0) {
        words.add(against + (against == 1 ? " is" : " are") + " not met at these N");
      }
    }
    if (broken) {
      words.add("part of the run directory could not be read");
    }
    if (problems.count() > 0) {
      words.add(
          problems.count() == 1
              ? "one problem was recorded"
              : problems.count() + " problems were recorded");
    } else if (!told) {
      words.add("whether there were problems is not known, for problems.csv is missing");
    } else if (!broken) {
      words.add("no problem was recorded");
    }
    if (!doubts.isEmpty()) {
      words.add(
          doubts.size() == 1
              ? "one clause of assumption A1 is broken"
              : doubts.size() + " clauses of assumption A1 are broken");
    }
    if (!notices.isEmpty()) {
      words.add(
          notices.size() == 1 ? "one notice was given" : notices.size() + " notices were given");
    }
    String sentence = String.join("; ", words);
    html.markup("<b>Verdict</b> ")
        .text(Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) + ".");
    html.close("p");
    if (!doubts.isEmpty() || !notices.isEmpty()) {
      html.open("ul", "class", "problems");
      doubts.forEach(doubt -> item(html, "A1", doubt));
      notices.forEach(notice -> item(html, notice.text("code"), notice.text("sentence")));
      html.close("ul");
    }
  }

  private static void item(Html html, String code, String sentence) {
    html.open("li");
    html.element("code", code);
    html.element("span", sentence);
    html.close("li");
  }

  void table(Html html) {
    if (loss.isEmpty()) {
      return;
    }
    boolean single = rates.dimensions().size() == 1;
    int d = single ? rates.dimensions().first() : 0;
    List<String> heads = new ArrayList<>();
    heads.add("");
    heads.add("loss <i>L</i>");
    if (loss.hasTrainAccuracy()) {
      heads.add("training accuracy");
    }
    if (loss.hasTestAccuracy()) {
      heads.add("test accuracy");
    }
    boolean responses = !error.isEmpty();
    boolean coupling = single && rates.hasCoupling();
    boolean distance = single && rates.hasDistance();
    if (responses) {
      heads.add("mean (<i>F<sub>N</sub></i> − <i>F</i><sub>∞</sub>)²");
    }
    if (coupling) {
      heads.add("<i>D</i>²");
    }
    if (distance) {
      heads.add("W₂²");
    }
    html.table(
        "final",
        "Final numbers, each at the last time it was recorded"
            + (loss.replicates() > 1
                ? ": mean ± standard error of the mean over " + counts() + " replicates"
                : loss.isLimitOnly() ? "" : "; a single replicate has no error bar")
            + (Double.isFinite(run.limitLossError(0)) && loss.hasLimit()
                ? "; the limit’s loss has the digits that its estimated error allows"
                : "")
            + ". All digits show on hover and go into the saved CSV.",
        heads.toArray(String[]::new));
    for (Experts experts : loss.experts()) {
      LossOverTime.Point last = loss.last(experts);
      html.markup(experts.isLimit() ? "<tr class=\"limit\">" : "<tr>");
      html.open(
          "th", "scope", "row", "data-experts", experts.isLimit() ? "inf" : "" + experts.number());
      html.markup(
          experts.isLimit() ? "limit" : "<i>N</i>&nbsp;=&nbsp;" + Numerals.count(experts.number()));
      html.close("th");
      if (experts.isLimit()) {
        html.number(ofLimit(last), last.loss().mean());
      } else {
        number(html, last.loss());
      }
      if (loss.hasTrainAccuracy()) {
        html.number(Numerals.percent(last.train()), last.train().mean());
      }
      if (loss.hasTestAccuracy()) {
        html.number(Numerals.percent(last.test()), last.test().mean());
      }
      if (responses) {
        number(html, error.last(experts));
      }
      if (coupling) {
        number(html, rates.lastCoupling(d, experts));
      }
      if (distance) {
        number(html, rates.lastDistance(d, experts));
      }
      html.close("tr");
    }
    html.endTable();
  }

  /// {@return such as `5`, or `2 to 5` where some failed}
  private String counts() {
    LongSummaryStatistics counts =
        loss.experts().stream()
            .filter(experts -> !experts.isLimit())
            .mapToLong(experts -> loss.last(experts).loss().count())
            .summaryStatistics();
    return counts.getMin() == counts.getMax()
        ? "" + counts.getMax()
        : counts.getMin() + " to " + counts.getMax();
  }

  private static void number(Html html, Replicates values) {
    html.number(Numerals.of(values), values.mean());
  }
}
