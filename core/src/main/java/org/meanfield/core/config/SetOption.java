package org.meanfield.core.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meanfield.api.Place;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Applies `path=value`: sets one value of a study, or removes it with the value `null`.
public final class SetOption {
  private SetOption() {}

  /// {@return the study with several values changed, one after the other}
  ///
  /// @param root the study
  /// @param options `path=value` each; a path given twice is a mistake, as a key that stands twice
  ///   is
  /// @param faults receives what is wrong
  public static Section applyAll(Section root, Iterable<String> options, Faults faults) {
    Map<String, String> seen = new HashMap<>();
    Section changed = root;
    for (String option : options) {
      String path = option.substring(0, Math.max(0, option.indexOf('=')));
      String first = path.isEmpty() ? null : seen.putIfAbsent(path, option);
      if (first == null) {
        changed = apply(changed, option, faults);
      } else {
        faults.add(
            FaultCode.DUPLICATE_KEY,
            Place.of("--set " + option),
            "'%s' is set twice, first to %s".formatted(path, first.substring(path.length() + 1)),
            "keep one");
      }
    }
    return changed;
  }

  /// {@return the study with one value changed; unchanged if the change makes no sense}
  ///
  /// Whether the path means anything is for the planner to say, as with what stands in the file.
  ///
  /// @param root the study
  /// @param option `path=value`, the path with dots, the value in YAML
  /// @param faults receives what is wrong
  public static Section apply(Section root, String option, Faults faults) {
    Place place = Place.of("--set " + option);
    int equals = option.indexOf('=');
    String path = equals < 0 ? option : option.substring(0, equals);
    List<String> keys = List.of(path.split("\\.", -1));
    if (equals < 0 || keys.stream().anyMatch(String::isBlank)) {
      faults.add(
          FaultCode.OVERRIDE,
          place,
          "'%s' is not of the form path=value".formatted(option),
          "write it like flow.step=0.1");
      return root;
    }
    int before = faults.count();
    Node value =
        YamlTree.ofText(place, option.substring(equals + 1), faults)
            .orElseGet(() -> new Node.Nothing(place));
    return faults.count() > before ? root : set(root, keys, 0, value, faults);
  }

  private static Section set(
      Section section, List<String> keys, int depth, Node value, Faults faults) {
    String key = keys.get(depth);
    Optional<Node> old = section.find(key).map(Entry::value);
    if (depth == keys.size() - 1) {
      return value instanceof Node.Nothing
          ? section.without(key, value.place())
          : section.with(new Entry(key, value.place(), value));
    }
    if (old.isPresent()
        && !(old.get() instanceof Section)
        && !(old.get() instanceof Node.Nothing)) {
      String whole = String.join(".", keys.subList(0, depth + 1));
      faults.add(
          FaultCode.OVERRIDE,
          value.place(),
          "'%s' is %s, which holds no '%s'"
              .formatted(whole, old.get().shown(), keys.get(depth + 1)),
          "set the whole of '%s'".formatted(whole));
      return section;
    }
    Section inner =
        old.filter(Section.class::isInstance)
            .map(Section.class::cast)
            .orElseGet(() -> new Section(List.of(), value.place()));
    return section.with(
        new Entry(
            key,
            section.find(key).map(Entry::place).orElse(value.place()),
            set(inner, keys, depth + 1, value, faults)));
  }
}
