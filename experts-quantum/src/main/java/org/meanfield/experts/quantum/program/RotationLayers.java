package org.meanfield.experts.quantum.program;

import java.util.ArrayList;
import java.util.List;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.program.RotationProgram.Shrinkage;
import org.meanfield.experts.quantum.program.RotationProgram.Step;

/// The rotations of a program in layers: first those that no parameter has a part in, then layers
/// of rotations that commute with each other, each rotation in the earliest layer it can be moved
/// to. So are channels, each behind the last layer that it does not commute with.
///
/// Inside a layer the order is free.
///
/// @param prefix rotations by features and constants that act first, and channels between and
///   behind them, in order: V_0(x) of eq. (4.1)
/// @param layers the others; the first layer holds a parameter
public record RotationLayers(List<Step> prefix, List<Layer> layers) {
  /// Rotations and what comes between them and the next layer.
  ///
  /// @param rotations at least one; they commute
  /// @param shrinkages channels
  public record Layer(List<Rotation> rotations, List<Shrinkage> shrinkages) {
    boolean lets(Rotation rotation) {
      return rotations.stream().allMatch(rotation::commutesWith)
          && shrinkages.stream().allMatch(s -> s.commutesWith(rotation));
    }

    boolean lets(Shrinkage shrinkage) {
      return rotations.stream().allMatch(shrinkage::commutesWith);
    }
  }

  public static RotationLayers of(RotationProgram program) {
    List<Step> prefix = new ArrayList<>();
    List<Layer> layers = new ArrayList<>();
    for (Step step : program.steps()) {
      int earliest = layers.size();
      switch (step) {
        case Rotation rotation -> {
          while (earliest > 0 && layers.get(earliest - 1).lets(rotation)) {
            earliest--;
          }
          if (earliest == 0 && !(rotation.drive() instanceof Drive.Theta)) {
            prefix.add(rotation);
          } else {
            if (earliest == layers.size()) {
              layers.add(new Layer(new ArrayList<>(), new ArrayList<>()));
            }
            layers.get(earliest).rotations().add(rotation);
          }
        }
        case Shrinkage shrinkage -> {
          while (earliest > 0 && layers.get(earliest - 1).lets(shrinkage)) {
            earliest--;
          }
          if (earliest == 0) {
            prefix.add(shrinkage);
          } else {
            layers.get(earliest - 1).shrinkages().add(shrinkage);
          }
        }
      }
    }
    return new RotationLayers(prefix, layers);
  }

  /// Copies the lists.
  ///
  /// @param prefix what acts first
  /// @param layers the others
  public RotationLayers {
    prefix = List.copyOf(prefix);
    layers =
        layers.stream()
            .map(l -> new Layer(List.copyOf(l.rotations()), List.copyOf(l.shrinkages())))
            .toList();
  }
}
