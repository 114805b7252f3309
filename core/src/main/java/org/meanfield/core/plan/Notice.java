package org.meanfield.core.plan;

/// Something the user should know but may ignore.
///
/// @param code its code in `docs/errors.md`
/// @param sentence what it is, and what follows
public record Notice(String code, String sentence) {}
