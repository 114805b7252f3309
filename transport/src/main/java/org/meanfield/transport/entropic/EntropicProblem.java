package org.meanfield.transport.entropic;

import java.util.Arrays;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.KdOrder;
import org.meanfield.transport.cost.Masses;
import org.meanfield.transport.course.Blocks;

/// A transport problem with both clouds in [KdOrder], so that neighbours in memory are near in
/// space. Immutable.
final class EntropicProblem {
  /// Points of a finer cloud that one point of the next coarser stands for.
  private static final int RUN = 4;

  private final GroundCost cost;
  private final double[] a;
  private final double[] b;
  private final int[] sources;
  private final int[] targets;

  private EntropicProblem(GroundCost cost, double[] a, double[] b, int[] sources, int[] targets) {
    this.cost = cost;
    this.a = a;
    this.b = b;
    this.sources = sources;
    this.targets = targets;
  }

  static EntropicProblem of(TransportProblem problem, GroundCost cost) {
    int[] sources = KdOrder.of(cost.sourcePoints(), cost.sources());
    int[] targets = KdOrder.of(cost.targetPoints(), cost.targets());
    return new EntropicProblem(
        cost.between(sources, targets),
        Masses.at(sources, problem.source().weights()),
        Masses.at(targets, problem.target().weights()),
        sources,
        targets);
  }

  /// {@return about a quarter of the points of each cloud, each with the mass of its run of four}
  EntropicProblem coarser() {
    int[] rows = heaviest(a);
    int[] columns = heaviest(b);
    return new EntropicProblem(
        cost.between(rows, columns), runs(a), runs(b), at(rows, sources), at(columns, targets));
  }

  private static int[] heaviest(double[] masses) {
    int[] chosen = new int[Blocks.count(masses.length, RUN)];
    for (int run = 0; run < chosen.length; run++) {
      int best = run * RUN;
      for (int i = best + 1; i < Math.min(masses.length, (run + 1) * RUN); i++) {
        best = masses[i] > masses[best] ? i : best;
      }
      chosen[run] = best;
    }
    return chosen;
  }

  private static double[] runs(double[] masses) {
    double[] sums = new double[Blocks.count(masses.length, RUN)];
    for (int i = 0; i < masses.length; i++) {
      sums[i / RUN] += masses[i];
    }
    return sums;
  }

  private static int[] at(int[] chosen, int[] values) {
    return Arrays.stream(chosen).map(i -> values[i]).toArray();
  }

  GroundCost cost() {
    return cost;
  }

  /// {@return the masses of the sources; not a copy, not to be changed}
  double[] sourceMasses() {
    return a;
  }

  /// {@return the masses of the targets; not a copy, not to be changed}
  double[] targetMasses() {
    return b;
  }

  int source(int i) {
    return sources[i];
  }

  int target(int j) {
    return targets[j];
  }

  /// {@return values of the targets, from the caller's numbering to this one}
  double[] ofTargets(double[] values) {
    return Masses.at(targets, values);
  }

  /// {@return values of the sources as the caller numbers them}
  double[] inSourceOrder(double[] values) {
    return unordered(sources, values);
  }

  /// {@return values of the targets as the caller numbers them}
  double[] inTargetOrder(double[] values) {
    return unordered(targets, values);
  }

  private static double[] unordered(int[] order, double[] values) {
    double[] back = new double[values.length];
    for (int at = 0; at < values.length; at++) {
      back[order[at]] = values[at];
    }
    return back;
  }
}
