package org.meanfield.transport.exact;

import java.util.Arrays;

/// A sample of weighted points taken at equal distances of their cumulative mass: point i is taken
/// once for every s = (r + ½)/R, r = 0 … R−1, that falls into its share. Nothing is random.
final class Draw {
  private final int[] chosen;
  private final long[] times;

  private Draw(int[] chosen, long[] times) {
    this.chosen = chosen;
    this.times = times;
  }

  static Draw of(long[] masses, long draws) {
    double total = 0;
    for (long mass : masses) {
      total += mass;
    }
    int[] chosen = new int[(int) Math.min(draws, masses.length)];
    long[] times = new long[chosen.length];
    int count = 0;
    long taken = 0;
    double below = 0;
    for (int i = 0; i < masses.length; i++) {
      below += masses[i];
      long due = i == masses.length - 1 ? draws : Math.round(below / total * draws);
      if (due > taken) {
        chosen[count] = i;
        times[count] = due - taken;
        taken = due;
        count++;
      }
    }
    return new Draw(Arrays.copyOf(chosen, count), Arrays.copyOf(times, count));
  }

  /// {@return the heaviest point of every so many neighbours, with the mass of them all}
  ///
  /// @param masses > 0, in an order that keeps neighbours together
  /// @param together how many are neighbours
  static Draw heaviest(long[] masses, int together) {
    int[] chosen = new int[(masses.length + together - 1) / together];
    long[] sums = new long[chosen.length];
    for (int at = 0; at < chosen.length; at++) {
      chosen[at] = at * together;
      for (int i = at * together; i < Math.min(masses.length, (at + 1) * together); i++) {
        sums[at] += masses[i];
        chosen[at] = masses[i] > masses[chosen[at]] ? i : chosen[at];
      }
    }
    return new Draw(chosen, sums);
  }

  /// {@return how often each of all points was taken}
  ///
  /// @param count how many points there are
  /// @param least what is said of points that were not taken
  long[] spread(int count, long least) {
    long[] all = new long[count];
    Arrays.fill(all, least);
    for (int at = 0; at < chosen.length; at++) {
      all[chosen[at]] = times[at];
    }
    return all;
  }

  /// {@return the points taken, increasing; not to be changed}
  int[] chosen() {
    return chosen;
  }

  /// {@return how often each was taken, their sum being the number of draws; not to be changed}
  long[] times() {
    return times;
  }
}
