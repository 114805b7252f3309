package org.meanfield.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.Place;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Trait;
import org.meanfield.core.ServiceDescription.SettingDescription;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Entry;
import org.meanfield.core.catalog.PluginFault;

/// The catalog in values that users see.
final class CatalogView {
  private CatalogView() {}

  static List<PluginRow> rows(Catalog catalog) {
    List<PluginRow> rows = new ArrayList<>();
    catalog.entries().forEach(entry -> rows.add(row(entry)));
    for (PluginFault fault : catalog.broken()) {
      String module = fault.plugin();
      int at = module.indexOf('@');
      rows.add(
          new PluginRow(
              "",
              "",
              "",
              at < 0 ? module : module.substring(0, at),
              at < 0 ? "" : module.substring(at + 1),
              Optional.of(mistake(fault))));
    }
    return List.copyOf(rows);
  }

  static List<ServiceDescription> describe(Catalog catalog, String id) {
    String full = id.contains(":") ? id : Catalog.NAMESPACE + ":" + id;
    return catalog.entries().stream()
        .filter(entry -> entry.descriptor().id().equals(full))
        .map(CatalogView::description)
        .toList();
  }

  private static ServiceDescription description(Entry entry) {
    return new ServiceDescription(
        row(entry),
        entry.descriptor().settings().stream().map(CatalogView::setting).toList(),
        entry.descriptor().traits().stream().map(CatalogView::claim).toList(),
        entry.descriptor().citations());
  }

  private static SettingDescription setting(Setting<?> setting) {
    String fallback =
        switch (setting.origin()) {
          case SERVICE -> setting.fallbackService().orElse("required");
          case FEATURES -> "taken from the data";
          case USER ->
              setting
                  .fallback()
                  .map(Object::toString)
                  .orElse(setting.required() ? "required" : "none");
        };
    return new SettingDescription(
        setting.name(),
        setting.type(),
        setting.range(),
        setting.unit(),
        fallback,
        setting.meaning());
  }

  private static String claim(Trait trait) {
    return switch (trait) {
      case Trait.Order(int p) -> "global error falls like step^" + p;
      case Trait.Tolerance(double multiple, _, _) ->
          "global error ≤ %.0f tolerances on smooth problems".formatted(multiple);
      case Trait.Certified(double relative) -> "certified gap ≤ %.0e".formatted(relative);
      case Trait.AnyWeights() -> "any number of points with any weights";
      case Trait.ServesDensities() -> "a cloud onto a density";
      case Trait.Accurate(double absolute) ->
          "error of E f ≤ %.0e on the cases known exactly".formatted(absolute);
      case Trait.LimitOrder(int p, String resolution, String scheme) ->
          "error of E f falls like %s^-%d%s"
              .formatted(resolution, p, scheme.isEmpty() ? "" : " for " + scheme);
      case Trait.LimitExponential(double exponent, String resolution) ->
          "error of E f falls at least like ρ^(%.2g %s), ρ = |E e^{iθ}|"
              .formatted(exponent, resolution);
      case Trait.ExactGradient(double absolute) -> "gradient right to %.0e".formatted(absolute);
      case Trait.Rounded(String setting, String word, double values, double gradients) ->
          "%s: %s: values right to %.0e, gradient to %.0e"
              .formatted(setting, word, values, gradients);
    };
  }

  private static PluginRow row(Entry entry) {
    return new PluginRow(
        entry.kind().word(),
        entry.descriptor().id(),
        entry.descriptor().summary(),
        entry.offer().module(),
        entry.offer().version(),
        entry.fault().map(CatalogView::mistake));
  }

  private static Mistake mistake(PluginFault fault) {
    return new Mistake(
        fault.code().code(), Place.of(fault.plugin()), fault.sentence(), fault.remedy());
  }
}
