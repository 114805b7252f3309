package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;

/// Settled settings as lines for provenance and report.
final class Resolved {
  private Resolved() {}

  /// {@return one line per setting; what stands at the top is in the section `study`}
  ///
  /// @param settled all settings
  /// @param expert one line on the expert
  static List<ResolvedSetting> of(List<Settled> settled, String expert) {
    List<ResolvedSetting> lines = new ArrayList<>();
    for (Settled setting : settled) {
      if (setting.value() instanceof List<?> parts
          && !parts.isEmpty()
          && parts.getFirst() instanceof Settled) {
        for (Object part : parts) {
          Settled inner = (Settled) part;
          boolean named = setting.name().equals("expert") && inner.name().equals("type");
          lines.add(
              new ResolvedSetting(
                  setting.name(), inner.name(), shown(inner), named ? expert : inner.note()));
        }
      } else {
        lines.add(new ResolvedSetting("study", setting.name(), shown(setting), setting.note()));
      }
    }
    return List.copyOf(lines);
  }

  private static String shown(Settled setting) {
    return switch (setting.value()) {
      case FileContent file -> file.written();
      case String text -> text;
      case Object value -> CanonicalText.inline(value);
    };
  }
}
