package org.meanfield.transport.semidiscrete;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.transport.cost.CompensatedSum;

/// What cutting a law into the cells of weighted points came to: boxes, and a bound of what the
/// cells cost. Not for several threads while it grows.
final class BoxCut {
  private final boolean keep;
  private final List<Stretch[]> boxes = new ArrayList<>();
  private final List<Double> masses = new ArrayList<>();
  private final CompensatedSum least = new CompensatedSum();

  /// @param keep whether boxes are kept, or the bound alone
  BoxCut(boolean keep) {
    this.keep = keep;
  }

  /// Takes a box.
  ///
  /// @param box its sides, copied
  /// @param mass of the box
  /// @param bound at most the mean of min_i c(xᵢ, y) − ψᵢ on it
  void add(Stretch[] box, double mass, double bound) {
    if (keep) {
      boxes.add(box.clone());
      masses.add(mass);
    }
    least.add(mass * bound);
  }

  /// Takes the boxes of another.
  void addAll(BoxCut other) {
    boxes.addAll(other.boxes);
    masses.addAll(other.masses);
    least.add(other.least());
  }

  /// {@return a lower bound of ∫ min_i c(xᵢ, y) − ψᵢ dμ(y)}
  double least() {
    return least.value();
  }

  /// {@return how many boxes were kept}
  int size() {
    return boxes.size();
  }

  /// {@return the sides of a box; not a copy, not to be changed}
  Stretch[] box(int at) {
    return boxes.get(at);
  }

  /// {@return the mass of a box}
  double mass(int at) {
    return masses.get(at);
  }
}
