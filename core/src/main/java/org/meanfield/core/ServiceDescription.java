package org.meanfield.core;

import java.util.List;
import org.meanfield.api.plugin.Citation;

/// All there is to know about one service.
///
/// @param row its line in the list
/// @param settings what can be set
/// @param claims what it claims, in words
/// @param citations where it comes from
public record ServiceDescription(
    PluginRow row,
    List<SettingDescription> settings,
    List<String> claims,
    List<Citation> citations) {

  /// One setting in words.
  ///
  /// @param name its name in a study file
  /// @param type such as `number`
  /// @param range admissible values; empty if any
  /// @param unit empty if none
  /// @param fallback the default; `required` if the user must give it
  /// @param meaning one phrase
  public record SettingDescription(
      String name, String type, String range, String unit, String fallback, String meaning) {}
}
