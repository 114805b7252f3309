package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.experts.quantum.RotationProgram.Rotation;

/// The rotations of a program in layers: first those that no parameter has a part in, then layers
/// of rotations that commute with each other, each rotation in the earliest layer it can be moved
/// to.
///
/// Inside a layer the order is free, and the generators of all its rotations may be measured at one
/// place: one state is kept per layer, not per gate.
///
/// @param prefix rotations by features and constants that act first, in order: V_0(x) of eq. (4.1)
/// @param layers the others; the first layer holds a parameter
record RotationLayers(List<Rotation> prefix, List<List<Rotation>> layers) {
  static RotationLayers of(RotationProgram program) {
    List<Rotation> prefix = new ArrayList<>();
    List<List<Rotation>> layers = new ArrayList<>();
    for (Rotation rotation : program.rotations()) {
      int earliest = layers.size();
      while (earliest > 0 && layers.get(earliest - 1).stream().allMatch(rotation::commutesWith)) {
        earliest--;
      }
      if (earliest == 0 && !(rotation.drive() instanceof Drive.Theta)) {
        prefix.add(rotation);
      } else {
        if (earliest == layers.size()) {
          layers.add(new ArrayList<>());
        }
        layers.get(earliest).add(rotation);
      }
    }
    return new RotationLayers(prefix, layers);
  }

  /// Copies the lists.
  ///
  /// @param prefix rotations that act first
  /// @param layers the others
  RotationLayers {
    prefix = List.copyOf(prefix);
    layers = layers.stream().map(List::copyOf).toList();
  }
}
