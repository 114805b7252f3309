package org.meanfield.core.run;

/// Something that went wrong in a run: a row of `problems.csv`.
///
/// @param cell where: `limit`, `study`, or the cell's name
/// @param code its code
/// @param sentence what happened, with its numbers, and what to do
public record Problem(String cell, ProblemCode code, String sentence) {
  static final String LIMIT = "limit";
  static final String STUDY = "study";

  static Problem threw(String cell, String service, Throwable thrown) {
    return new Problem(cell, ProblemCode.SERVICE_THREW, "%s threw %s".formatted(service, thrown));
  }
}
