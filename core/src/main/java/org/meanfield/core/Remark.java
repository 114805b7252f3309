package org.meanfield.core;

/// Something the user should know but may ignore.
///
/// @param code its heading in `docs/errors.md`, such as `MF-N01`
/// @param sentence what it is, and what follows
public record Remark(String code, String sentence) {
  /// {@return code and sentence in one line}
  @Override
  public String toString() {
    return code + "  " + sentence;
  }
}
