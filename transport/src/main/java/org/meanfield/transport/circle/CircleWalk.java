package org.meanfield.transport.circle;

import java.util.Arrays;
import org.meanfield.api.transport.Coupling;
import org.meanfield.transport.cost.CompensatedSum;

/// The plan that lays two quantile functions on each other at a shift, as a walk once around: both
/// measures in step, the target beginning where its shifted quantile function is at s = 0.
final class CircleWalk {
  private final SortedPoints source;
  private final SortedPoints target;
  private final double length;
  private final int exponent;
  private final long shift;
  private final long whole;
  private final double cost;
  private final double largestCost;

  /// @param source sorted
  /// @param target sorted
  /// @param length L, possibly infinite
  /// @param exponent p
  /// @param shift θ
  /// @param whole the mass of each
  CircleWalk(
      SortedPoints source,
      SortedPoints target,
      double length,
      int exponent,
      long shift,
      long whole) {
    this.source = source;
    this.target = target;
    this.length = length;
    this.exponent = exponent;
    this.shift = shift;
    this.whole = whole;
    CompensatedSum sum = new CompensatedSum();
    double[] largest = {0};
    walk((i, j, mass) -> {
      double one = costOf(i, j);
      sum.add((double) mass / whole * one);
      largest[0] = Math.max(largest[0], one);
    });
    cost = sum.value();
    largestCost = largest[0];
  }

  /// {@return ∫ c dπ}
  double cost() {
    return cost;
  }

  /// {@return the largest cost of a pair that carries mass}
  double largestCost() {
    return largestCost;
  }

  Coupling coupling() {
    int most = source.size() + target.size() + 1;
    int[] from = new int[most];
    int[] to = new int[most];
    double[] masses = new double[most];
    int[] count = {0};
    walk((i, j, mass) -> {
      from[count[0]] = source.origin(i);
      to[count[0]] = target.origin(j);
      masses[count[0]] = (double) mass / whole;
      count[0]++;
    });
    return new Coupling(
        Arrays.copyOf(from, count[0]),
        Arrays.copyOf(to, count[0]),
        Arrays.copyOf(masses, count[0]));
  }

  /// The shortest way there, to the power p.
  private double costOf(int i, int j) {
    double way = Math.abs(source.position(i) - target.position(j));
    double shortest = Math.min(way, length - way);
    return exponent == 1 ? shortest : shortest * shortest;
  }

  /// Takes what goes from one sorted source point to one sorted target point.
  @FunctionalInterface
  private interface Step {
    void take(int i, int j, long mass);
  }

  private void walk(Step step) {
    long begin = Math.floorMod(-shift, whole);
    int j = target.above(begin);
    long targetLeft = target.cumulative(j) - begin;
    for (int i = 0; i < source.size(); i++) {
      long sourceLeft = source.mass(i);
      while (sourceLeft > 0) {
        while (targetLeft == 0) {
          j = j + 1 == target.size() ? 0 : j + 1;
          targetLeft = target.mass(j);
        }
        long mass = Math.min(sourceLeft, targetLeft);
        step.take(i, j, mass);
        sourceLeft -= mass;
        targetLeft -= mass;
      }
    }
  }
}
