package org.meanfield.transport.semidiscrete;

import java.util.Arrays;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Particles;
import org.meanfield.transport.course.Blocks;

/// A cloud that stands for a law roughly: an atom for each of some boxes of the same size.
///
/// @param atoms the cloud
/// @param halvings how often the cells of the law were halved for it
record CoarseLaw(EmpiricalMeasure atoms, int halvings) {
  /// {@return a cloud of about so many atoms, or somewhat more}
  ///
  /// @param law with cells
  /// @param atoms how many at least
  static CoarseLaw of(BoxLaw law, int atoms) {
    int d = law.dimension();
    int halvings = 0;
    while (Math.pow((double) law.perAxis() * (1 << halvings), d) < atoms) {
      halvings++;
    }
    int group = 1;
    while (Math.pow(law.perAxis() / (2.0 * group), d) >= atoms) {
      group *= 2;
    }
    int parts = 1 << halvings;
    int perAxis = Blocks.count(law.perAxis() * parts, group);
    Stretch[][] sides = new Stretch[d][];
    for (int k = 0; k < d; k++) {
      sides[k] = sides(law, k, halvings);
    }
    int count = (int) Math.round(Math.pow(perAxis, d));
    double[] mass = new double[count];
    double[] points = new double[d * count];
    int[] at = new int[d];
    int[] cell = new int[d];
    int boxes = (int) Math.round(Math.pow(law.perAxis() * parts, d));
    for (int box = 0; box < boxes; box++) {
      int rest = box;
      for (int k = d - 1; k >= 0; k--) {
        at[k] = rest % (law.perAxis() * parts);
        cell[k] = at[k] / parts;
        rest /= law.perAxis() * parts;
      }
      double part = law.factor(cell);
      int atom = 0;
      for (int k = 0; k < d; k++) {
        part *= sides[k][at[k]].mass();
        atom = atom * perAxis + at[k] / group;
      }
      mass[atom] += part;
      for (int k = 0; k < d; k++) {
        points[k * count + atom] += part * sides[k][at[k]].mean();
      }
    }
    for (int k = 0; k < d; k++) {
      for (int atom = 0; atom < count; atom++) {
        points[k * count + atom] = mass[atom] > 0 ? points[k * count + atom] / mass[atom] : 0;
      }
    }
    return new CoarseLaw(EmpiricalMeasure.weighted(Particles.of(count, d, points), mass), halvings);
  }

  private static Stretch[] sides(BoxLaw law, int axis, int halvings) {
    Stretch[] sides = new Stretch[law.perAxis()];
    Arrays.setAll(sides, g -> law.side(axis, g));
    for (int halving = 0; halving < halvings; halving++) {
      Stretch[] halves = new Stretch[2 * sides.length];
      for (int s = 0; s < sides.length; s++) {
        halves[2 * s] = sides[s].lower();
        halves[2 * s + 1] = sides[s].upper();
      }
      sides = halves;
    }
    return sides;
  }
}
