package org.meanfield.core.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.meanfield.api.Inputs;
import org.meanfield.api.Place;
import org.meanfield.api.Seeds;
import org.meanfield.api.data.DataTable;
import org.meanfield.api.data.Targets;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Makes training and test data of a table: two classes, split, standardisation, principal
/// components, angles.
///
/// A labelled table is scaled to angles by default and, if principal components are asked for, its
/// columns are centred; numbers and teachers' inputs are used as they are unless components or
/// angles are asked for. Statistics come from the training rows alone.
public final class Preparation {
  private final DataTable table;
  private final Recipe recipe;
  private final Function<String, Place> places;
  private final Faults faults;
  private final List<String> done = new ArrayList<>();

  private Preparation(
      DataTable table, Recipe recipe, Function<String, Place> places, Faults faults) {
    this.table = table;
    this.recipe = recipe;
    this.places = places;
    this.faults = faults;
  }

  /// {@return the prepared data; empty if the recipe does not fit the table, with the reasons among
  /// the faults}
  ///
  /// @param table what the source gave
  /// @param recipe what the study wants
  /// @param seeds the study's; the split draws from `data/split`
  /// @param places where a key of the section `data` stands
  /// @param faults receives what does not fit
  public static Optional<Prepared> of(
      DataTable table, Recipe recipe, Seeds seeds, Function<String, Place> places, Faults faults) {
    return new Preparation(table, recipe, places, faults).prepare(seeds);
  }

  private Optional<Prepared> prepare(Seeds seeds) {
    List<Integer> rows = IntStream.range(0, table.inputs().count()).boxed().toList();
    List<String> classes = List.of();
    List<Double> targets = List.of();
    if (table.targets() instanceof Targets.Labels(List<String> labels)) {
      classes = ClassChoice.of(labels, recipe.classes(), places, faults);
      if (classes.isEmpty()) {
        return Optional.empty();
      }
      String plus = classes.getFirst();
      rows = ClassChoice.rows(labels, classes);
      targets = labels.stream().map(label -> label.equals(plus) ? 1.0 : -1.0).toList();
      done.add("classes %s (+1) and %s (−1)".formatted(plus, classes.getLast()));
    } else if (!recipe.classes().isEmpty()) {
      faults.add(
          FaultCode.COMBINATION,
          places.apply("classes"),
          "the data have no classes to choose from",
          "remove 'classes'");
    }
    if (table.targets() instanceof Targets.Values(List<Double> values)) {
      targets = values;
    }
    Optional<Split> split = split(rows, seeds);
    if (split.isEmpty() || !bothClasses(split.get(), targets, classes)) {
      return Optional.empty();
    }
    return columns(split.get(), targets, classes);
  }

  private Optional<Split> split(List<Integer> rows, Seeds seeds) {
    boolean labelled = table.targets() instanceof Targets.Labels;
    int train = recipe.train().orElse(rows.size() - recipe.test().orElse(0));
    int test = recipe.test().orElse(labelled ? Math.max(0, rows.size() - train) : 0);
    if (rows.isEmpty() || train < 1 || (long) train + test > rows.size()) {
      boolean both = recipe.train().isPresent() && recipe.test().isPresent();
      faults.add(
          FaultCode.ROWS,
          places.apply(recipe.train().isPresent() ? "train" : "test"),
          both
              ? "%d rows for training and %d for testing are %d, there are %d"
                  .formatted(train, test, (long) train + test, rows.size())
              : "%d rows for %s, there are %d"
                  .formatted(
                      recipe.train().orElse(test),
                      recipe.train().isPresent() ? "training" : "testing and one to train on",
                      rows.size()),
          recipe.train().isPresent()
              ? "ask for at most %d rows together".formatted(rows.size())
              : "ask for at most %d test rows".formatted(Math.max(0, rows.size() - 1)));
      return Optional.empty();
    }
    if (train + test < rows.size() || test > 0) {
      done.add(
          test > 0
              ? "%d of %d rows drawn for training, %d for testing"
                  .formatted(train, rows.size(), test)
              : "%d of %d rows drawn for training".formatted(train, rows.size()));
    }
    return Optional.of(
        train == rows.size()
            ? new Split(rows, List.of())
            : Split.draw(rows, train, test, seeds.at("data", "split").generator()));
  }

  private boolean bothClasses(Split split, List<Double> targets, List<String> classes) {
    if (classes.isEmpty()) {
      return true;
    }
    var present = new HashSet<Double>();
    split.train().forEach(j -> present.add(targets.get(j)));
    if (present.size() == 2) {
      return true;
    }
    faults.add(
        FaultCode.CLASSES,
        places.apply("train"),
        "the training rows drawn (%d) are all of class %s"
            .formatted(
                split.train().size(),
                present.contains(1.0) ? classes.getFirst() : classes.getLast()),
        "train on more rows, or take another seed");
    return false;
  }

  private Optional<Prepared> columns(Split split, List<Double> targets, List<String> classes) {
    boolean labelled = !classes.isEmpty();
    Inputs train = Columns.rows(table.inputs(), split.train());
    Inputs test = Columns.rows(table.inputs(), split.test());
    List<ColumnMap> maps = new ArrayList<>();
    boolean standardise = recipe.standardise().orElse(false);
    if (standardise) {
      done.add("columns standardised");
      train = fitted(Standardisation.fit(train), train, maps);
    }
    if (recipe.features().isPresent()) {
      Optional<PrincipalComponents> components = components(train, recipe.features().get());
      if (components.isEmpty()) {
        return Optional.empty();
      }
      train = fitted(components.get(), train, maps);
    }
    boolean angles = recipe.angles().orElse(labelled || recipe.features().isPresent());
    if (angles) {
      done.add("each scaled to [−π/2, π/2] on the training rows");
      train = fitted(AngleScaling.fit(train), train, maps);
    }
    for (ColumnMap map : maps) {
      test = map.apply(test);
    }
    Optional<Targets.Teacher> teacher =
        table.targets() instanceof Targets.Teacher t ? Optional.of(t) : Optional.empty();
    return Optional.of(
        new Prepared(
            done.isEmpty()
                ? table.description()
                : table.description() + "; " + String.join("; ", done),
            new Recipe(
                classes,
                recipe.features(),
                Optional.of(train.count()),
                Optional.of(test.count()),
                Optional.of(standardise),
                Optional.of(angles)),
            train,
            teacher.isPresent() ? List.of() : split.train().stream().map(targets::get).toList(),
            test,
            teacher.isPresent() ? List.of() : split.test().stream().map(targets::get).toList(),
            teacher));
  }

  private static Inputs fitted(ColumnMap map, Inputs train, List<ColumnMap> maps) {
    maps.add(map);
    return map.apply(train);
  }

  private Optional<PrincipalComponents> components(Inputs train, int wanted) {
    if (wanted > train.features()) {
      faults.add(
          FaultCode.FEATURES,
          places.apply("features"),
          "%d principal components of %d columns".formatted(wanted, train.features()),
          "ask for at most " + train.features());
      return Optional.empty();
    }
    PrincipalComponents all = PrincipalComponents.fit(train);
    if (wanted > all.rank()) {
      faults.add(
          FaultCode.FEATURES,
          places.apply("features"),
          "%d principal components, but the %d training rows vary in %d directions only"
              .formatted(wanted, train.count(), all.rank()),
          all.rank() == 0 ? "take other data" : "ask for at most " + all.rank());
      return Optional.empty();
    }
    PrincipalComponents first = all.first(wanted);
    done.add(
        "%d principal components of %d columns (%.0f %% of the variance)"
            .formatted(wanted, train.features(), 100 * first.share()));
    return Optional.of(first);
  }
}
