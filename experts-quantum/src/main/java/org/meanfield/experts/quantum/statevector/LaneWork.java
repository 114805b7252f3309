package org.meanfield.experts.quantum.statevector;

import java.util.List;
import org.meanfield.experts.quantum.statevector.LaneProgram.Kind;
import org.meanfield.experts.quantum.statevector.LaneProgram.Layer;
import org.meanfield.experts.quantum.statevector.LaneProgram.Observation;

/// What one pair of particle and input costs on state vectors, in passes: one operation on each of
/// the 2^m rows of a plane, and their way from the cache and back counts as [#MEMORY] of them.
///
/// @param forward to the response
/// @param pull to the pull-back, forward included
record LaneWork(double forward, double pull) {
  /// A row loaded and stored, against one multiplication and addition.
  private static final double MEMORY = 1.5;

  /// {@return the passes of the responses and then of the pull-back}
  double drift() {
    return forward + pull;
  }

  static LaneWork of(Frame start, boolean startReal, List<Layer> layers, Observation observed) {
    double forward = 0;
    double back = 0;
    boolean real = startReal;
    Frame frame = start;
    for (Layer layer : layers) {
      int planes = layer.real() ? 1 : 2;
      int strings = layer.rotations().size();
      if (layer.kind().isDiagonal()) {
        forward += 4 + MEMORY * 2;
        back += (layer.kind() == Kind.DIAGONAL ? 7 + MEMORY * 3 : 4 + MEMORY * 2);
      } else {
        if (layer.frame() != frame) {
          forward += planes * (1 + MEMORY);
          back += planes * (1 + MEMORY);
        }
        double turn = planes * (strings + MEMORY * blocks(strings, 4));
        forward += turn;
        back += turn;
        if (layer.kind() == Kind.TURN) {
          back += planes * (strings + MEMORY * blocks(strings, 3));
        }
      }
      real = layer.real();
      frame = layer.frame();
    }
    int planes = real ? 1 : 2;
    double response = planes * (1.5 + MEMORY / 2);
    double lambda = planes * (2.5 + 2 * MEMORY);
    for (List<Integer> block : observed.blocks()) {
      response += planes * (block.size() / 2.0 + MEMORY / 2);
      lambda += planes * (1.5 * block.size() + 1.5 * MEMORY);
    }
    response += observed.odd().size() * planes * (2 + 2 * MEMORY);
    lambda += observed.odd().size() * planes * (1 + 1.5 * MEMORY);
    return new LaneWork(forward + response, forward + back + lambda);
  }

  private static double blocks(int strings, int most) {
    return Math.ceilDiv(strings, most);
  }
}
