package org.meanfield.app;

import picocli.CommandLine.Option;

/// The choice between a page for people and a document for programs.
final class JsonOption {
  /// Its name on the command line.
  static final String NAME = "--json";

  /// What help says of it.
  static final String DESCRIPTION = "Print one JSON document on standard output, nothing else.";

  @Option(names = NAME, description = DESCRIPTION)
  private boolean json;

  boolean isAsked() {
    return json;
  }
}
