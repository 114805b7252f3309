package org.meanfield.transport;

import java.util.Arrays;

/// A queue of numbered events by their time, earliest first: a heap in which every node has four
/// children. Events are not moved; one that comes earlier than thought is entered again.
final class EventHeap {
  private double[] times = new double[256];
  private int[] events = new int[256];
  private int count;

  boolean isEmpty() {
    return count == 0;
  }

  void clear() {
    count = 0;
  }

  /// {@return when the earliest event is}
  double time() {
    return times[0];
  }

  /// {@return the earliest event}
  int event() {
    return events[0];
  }

  void add(double time, int event) {
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      events = Arrays.copyOf(events, 2 * count);
    }
    int at = count++;
    while (at > 0) {
      int above = (at - 1) >> 2;
      if (times[above] <= time) {
        break;
      }
      times[at] = times[above];
      events[at] = events[above];
      at = above;
    }
    times[at] = time;
    events[at] = event;
  }

  /// Removes the earliest event.
  void remove() {
    double time = times[--count];
    int event = events[count];
    int at = 0;
    while (true) {
      int child = 4 * at + 1;
      if (child >= count) {
        break;
      }
      int best = child;
      for (int other = child + 1; other < Math.min(child + 4, count); other++) {
        best = times[other] < times[best] ? other : best;
      }
      if (times[best] >= time) {
        break;
      }
      times[at] = times[best];
      events[at] = events[best];
      at = best;
    }
    times[at] = time;
    events[at] = event;
  }
}
