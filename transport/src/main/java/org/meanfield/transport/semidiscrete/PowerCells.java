package org.meanfield.transport.semidiscrete;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.meanfield.kernels.transport.Ground;
import org.meanfield.transport.course.Blocks;

/// The cells {y : c(xᵢ, y) − ψᵢ ≤ c(x_j, y) − ψ_j for all j} of weighted points on the torus, as
/// far as boxes tell: a box is halved along every axis until the ranges of differences of costs
/// leave one point, or it is small enough. Points that lost in a box are not looked at in its
/// parts. Immutable.
final class PowerCells {
  /// Boxes are looked at as if they were larger by this part on each side, where cells may move.
  static final double MARGIN = 0.5;

  private final double[] points;
  private final int count;
  private final Ground ground;
  private final BoxLaw law;
  private final double negligible;

  /// @param points in [0, 2π), coordinate-major, all different
  /// @param count how many
  /// @param ground ℓ1, ℓ1² or ℓ2²
  /// @param law to be cut
  /// @param negligible differences of cost that no box is halved for
  PowerCells(double[] points, int count, Ground ground, BoxLaw law, double negligible) {
    this.points = points;
    this.count = count;
    this.ground = ground;
    this.law = law;
    this.negligible = negligible;
  }

  /// {@return the law cut into cells}
  ///
  /// @param psi ψ, one per point
  /// @param depth how often a cell of the law is halved at most
  /// @param margin how far beyond a box a cell may begin that still counts as in it, as a part of
  ///   the range of the difference there
  /// @param keep whether boxes are kept, or the bound alone
  BoxCut cut(double[] psi, int depth, double margin, boolean keep) {
    int d = law.dimension();
    int perAxis = Blocks.count(law.perAxis(), law.perTile());
    int tiles = 1;
    for (int k = 0; k < d; k++) {
      tiles *= perAxis;
    }
    BoxCut[] parts = new BoxCut[tiles];
    Blocks.each(
        tiles,
        tile -> {
          int[] from = new int[d];
          int rest = tile;
          for (int k = d - 1; k >= 0; k--) {
            from[k] = rest % perAxis * law.perTile();
            rest /= perAxis;
          }
          Tile cutter = new Tile(from, psi, depth, margin, keep);
          cutter.cutAll();
          parts[tile] = cutter.found;
        });
    BoxCut whole = new BoxCut(keep);
    for (BoxCut part : parts) {
      whole.addAll(part);
    }
    return whole;
  }

  /// Cuts the cells of the law in one block of the grid.
  private final class Tile {
    private final int[] first;
    private final int[] last;
    private final int depth;
    private final double margin;
    private final CostRange range = new CostRange(points, count, ground);
    private final int[] numbers;
    private final double[] psi;
    private final BoxCut found;
    private final Stretch[][] boxes;
    private final int[][] near;
    private final double[] ways;
    private final double[] squares;
    private final double[] mean;

    /// The sum over points of how far they may be better than the best of the last box, or of the
    /// box as if it were larger.
    private double worst;

    Tile(int[] from, double[] allPsi, int depth, double margin, boolean keep) {
      int d = from.length;
      this.first = from;
      this.last =
          Arrays.stream(from).map(g -> Math.min(law.perAxis(), g + law.perTile())).toArray();
      this.depth = depth;
      this.margin = margin;
      Stretch[] whole = new Stretch[d];
      for (int k = 0; k < d; k++) {
        whole[k] = Stretch.constant(law.low(first[k]), law.low(last[k]), 1);
      }
      int[] all = IntStream.range(0, count).toArray();
      int[] kept = new int[count];
      int many = keep(whole, all, count, allPsi, kept, all);
      this.numbers = Arrays.copyOf(kept, many);
      this.psi = Arrays.stream(numbers).mapToDouble(i -> allPsi[i]).toArray();
      this.found = new BoxCut(keep);
      this.boxes = new Stretch[depth + 1][d];
      this.near = new int[depth + 2][numbers.length];
      this.ways = new double[d];
      this.squares = new double[d];
      this.mean = new double[numbers.length];
    }

    /// Finds the points whose cells a box may meet, the best in the middle last.
    ///
    /// @param number of each candidate among all points
    private int keep(
        Stretch[] box, int[] candidates, int many, double[] weights, int[] kept, int[] number) {
      int best = candidates[0];
      double least = Double.POSITIVE_INFINITY;
      for (int e = 0; e < many; e++) {
        double value = range.toMiddle(number[candidates[e]], box) - weights[candidates[e]];
        if (value < least) {
          least = value;
          best = candidates[e];
        }
      }
      int left = 0;
      worst = 0;
      for (int e = 0; e < many; e++) {
        int i = candidates[e];
        if (i != best) {
          range.compare(number[i], number[best], box);
          double low = range.least() + weights[best] - weights[i];
          double beyond = margin * (range.most() - range.least());
          if (low < beyond) {
            kept[left++] = i;
            worst += beyond - low;
          }
        }
      }
      kept[left++] = best;
      return left;
    }

    void cutAll() {
      int[] g = first.clone();
      Stretch[][] sides = new Stretch[g.length][];
      for (int k = 0; k < g.length; k++) {
        int axis = k;
        sides[k] =
            IntStream.range(first[k], last[k])
                .mapToObj(number -> law.side(axis, number))
                .toArray(Stretch[]::new);
      }
      int[] all = near[0];
      Arrays.setAll(all, p -> p);
      while (true) {
        for (int k = 0; k < g.length; k++) {
          boxes[0][k] = sides[k][g[k] - first[k]];
        }
        double factor = law.factor(g);
        if (factor > 0) {
          visit(0, all.length, factor);
        }
        int k = g.length - 1;
        while (k >= 0 && ++g[k] == last[k]) {
          g[k] = first[k];
          k--;
        }
        if (k < 0) {
          return;
        }
      }
    }

    /// Looks at the box of a level.
    ///
    /// @param many its candidates
    /// @param factor of the product of its masses
    private void visit(int level, int many, double factor) {
      Stretch[] box = boxes[level];
      double mass = factor;
      for (Stretch side : box) {
        mass *= side.mass();
      }
      if (!(mass > 0)) {
        return;
      }
      int[] kept = near[level + 1];
      int left = keep(box, near[level], many, psi, kept, numbers);
      if (left == 1) {
        int i = kept[0];
        found.add(box, mass, range.mean(numbers[i], box, ways, squares) - psi[i]);
      } else if (level == depth || worst <= negligible) {
        cut(box, kept, left, mass);
      } else {
        Stretch[] part = boxes[level + 1];
        for (int corner = 0; corner < 1 << box.length; corner++) {
          for (int k = 0; k < box.length; k++) {
            part[k] = (corner >> k & 1) == 0 ? box[k].lower() : box[k].upper();
          }
          visit(level + 1, left, factor);
        }
      }
    }

    private void cut(Stretch[] box, int[] kept, int many, double mass) {
      int best = 0;
      for (int e = 0; e < many; e++) {
        mean[e] = range.mean(numbers[kept[e]], box, ways, squares);
        best = mean[e] - psi[kept[e]] < mean[best] - psi[kept[best]] ? e : best;
      }
      int b = kept[best];
      double level = mean[best] - psi[b];
      double sum = 0;
      double most = 0;
      for (int e = 0; e < many; e++) {
        int i = kept[e];
        if (i != b) {
          range.compare(numbers[i], numbers[b], box);
          double low = range.least() + psi[b] - psi[i];
          double high = range.most() + psi[b] - psi[i];
          double centre = Math.clamp(mean[e] - psi[i] - level, 0, Math.max(0, high));
          sum += shortfall(low, high, centre, range.variance());
          most = Math.max(most, -low);
        }
      }
      found.add(box, mass, level - Math.min(sum, most));
    }

    /// {@return a bound of E max(0, −X) for X in [low, high] with a mean ≥ 0 and a variance}
    ///
    /// The chord of max(0, −x) over [low, high]; and E max(0, −X) = (E|X| − EX)/2 ≤ (√EX² − EX)/2
    /// (H. Scarf, 1958).
    private static double shortfall(double low, double high, double mean, double variance) {
      if (low >= 0 || variance == 0) {
        return 0;
      }
      double chord = high > low ? -low * (high - mean) / (high - low) : -low;
      return Double.isNaN(variance)
          ? chord
          : Math.min(chord, variance / (2 * (Math.sqrt(variance + mean * mean) + mean)));
    }
  }
}
