package org.meanfield.experts.quantum.statevector;

import java.util.List;
import org.meanfield.api.flow.Drift;
import org.meanfield.experts.quantum.statevector.LaneProgram.Kind;
import org.meanfield.experts.quantum.statevector.LaneProgram.Layer;
import org.meanfield.experts.quantum.statevector.LaneProgram.Observation;

/// What one pair of particle and input costs on state vectors, in passes: one operation on each of
/// the 2^m rows of a plane, and their way from the cache and back counts as [#MEMORY] of them.
///
/// @param forward to the response
/// @param pull to the pull-back, forward included
/// @param applied to T ψ, forward included
/// @param planes of the last state, 1 if it is real, else 2
record LaneWork(double forward, double pull, double applied, int planes) {
  /// A row loaded and stored, against one multiplication and addition.
  private static final double MEMORY = 1.5;

  /// Two rows multiplied with each other: measured 0.04 to 0.07 ns, where a pass takes 0.025 ns.
  /// Then responses come from products of 64 states of 6 qubits from some 300 inputs on.
  private static final double PRODUCT = 2.5;

  /// The tangent of a sum of angles, against an operation on one row.
  private static final double PAIR = 16;

  /// Products of states beyond this many states take more storage than caches have.
  private static final int MOST_PRODUCTS = 64;

  /// A multiplication of plain code takes as long as so many passes take for one row of one
  /// particle: 0.5 ns against 0.04 ns.
  private static final double PLAIN = 12;

  /// {@return the passes of the responses and then of the pull-back}
  double drift() {
    return forward + pull;
  }

  /// {@return whether the responses of n inputs are cheaper from products of s states}
  ///
  /// @param inputs n
  /// @param span s
  boolean multiplies(int inputs, int span) {
    return span <= MOST_PRODUCTS && products(span) < inputs * forward;
  }

  private double products(int span) {
    return span * (applied + planes * PRODUCT * span / 2);
  }

  /// {@return whether the pull-back of n inputs is cheaper from s states, with all that is done
  /// once for a shard of particles}
  ///
  /// @param inputs n
  /// @param span s
  /// @param amplitudes 2^m
  boolean splits(int inputs, int span, double amplitudes) {
    double s = span;
    double once = s * s * (inputs + 2 * s + amplitudes) / 2;
    return PLAIN * once < (inputs - s) * pull * amplitudes * Drift.SHARD;
  }

  /// {@return the passes of responses and pull-back of n inputs whose start states span s
  /// dimensions}
  ///
  /// @param inputs n
  /// @param span s
  /// @param amplitudes 2^m
  double drift(int inputs, int span, double amplitudes) {
    return (multiplies(inputs, span) ? products(span) : inputs * forward)
        + (splits(inputs, span, amplitudes) ? span : inputs) * pull;
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
        if (layer.kind().turnsByParameters()) {
          back += planes * (strings + MEMORY * blocks(strings, 3));
        }
        if (layer.kind() == Kind.PAIR_TURN) {
          forward +=
              PAIR
                  * strings
                  / Math.scalb(1.0, layer.rotations().getFirst().axis().string().qubits());
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
    return new LaneWork(forward + response, forward + back + lambda, forward + lambda, planes);
  }

  private static double blocks(int strings, int most) {
    return Math.ceilDiv(strings, most);
  }
}
