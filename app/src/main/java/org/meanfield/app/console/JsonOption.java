package org.meanfield.app.console;

import picocli.CommandLine.Option;

/// The choice between a page for people and a document for programs.
public final class JsonOption {
  /// Its name on the command line.
  public static final String NAME = "--json";

  /// What help says of it.
  public static final String DESCRIPTION =
      "Print one JSON document on standard output, nothing else.";

  @Option(names = NAME, description = DESCRIPTION)
  private boolean json;

  public boolean isAsked() {
    return json;
  }
}
