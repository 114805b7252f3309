package org.meanfield.api.plugin;

/// A source, for the bibliography of a report.
///
/// @param key short and unique, such as `ott-antonsen-2008`
/// @param text authors, title, journal, year
/// @param url a stable address, such as a DOI; may be empty
public record Citation(String key, String text, String url) {}
