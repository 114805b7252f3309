package org.meanfield.core.store;

import java.util.Optional;
import org.meanfield.api.quantum.CircuitDrawing;
import org.meanfield.api.quantum.QuantumExpert;
import org.meanfield.core.plan.StudyPlan;

/// The picture of the expert's circuit that a run directory keeps, `circuit.svg`, and the same as
/// text.
///
/// @param drawing the picture
public record CircuitPicture(CircuitDrawing drawing) {
  /// The name of the picture in its run directory.
  public static final String NAME = "circuit.svg";

  /// Gates of the largest picture; nobody looks at a larger one, but it would weigh megabytes.
  private static final int MOST_GATES = 2000;

  /// Pixels that the report's column holds.
  private static final int WIDTH = 900;

  private static final int LETTERS = 100;

  /// {@return the picture; empty where the expert is no circuit or has too many gates}
  ///
  /// @param plan the study
  public static Optional<CircuitPicture> of(StudyPlan plan) {
    return plan.expert().service() instanceof QuantumExpert expert
            && expert.circuit().gates().size() <= MOST_GATES
        ? Optional.of(new CircuitPicture(CircuitDrawing.of(expert.circuit())))
        : Optional.empty();
  }

  /// {@return the picture as text}
  public String text() {
    return drawing.text(LETTERS);
  }

  /// {@return the picture as an SVG document}
  public String svg() {
    return drawing.svg(WIDTH);
  }
}
