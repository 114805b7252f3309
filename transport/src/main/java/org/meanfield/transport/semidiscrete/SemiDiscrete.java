package org.meanfield.transport.semidiscrete;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.meanfield.api.EmpiricalMeasure;
import org.meanfield.api.Metric;
import org.meanfield.api.Particles;
import org.meanfield.api.Torus;
import org.meanfield.api.transport.Coupling;
import org.meanfield.api.transport.DensityProblem;
import org.meanfield.api.transport.Potentials;
import org.meanfield.api.transport.TransportProblem;
import org.meanfield.api.transport.TransportResult;
import org.meanfield.api.transport.TransportResult.Cancelled;
import org.meanfield.api.transport.TransportResult.NotConverged;
import org.meanfield.api.transport.TransportResult.Refused;
import org.meanfield.api.transport.TransportResult.Solved;
import org.meanfield.api.transport.TransportSolver;
import org.meanfield.kernels.transport.Ground;
import org.meanfield.transport.cost.CompensatedSum;
import org.meanfield.transport.course.Course;
import org.meanfield.transport.course.Interruption;
import org.meanfield.transport.exact.Exact;

/// Transport of a cloud onto a density on T^d, d ≤ 3, between bounds that hold for the density
/// itself, not for points that stand for it.
///
/// For any ψ, Σ aᵢψᵢ + ∫ min_i (c(xᵢ, y) − ψᵢ) dμ(y) ≤ W_p^p: [PowerCells] gives a lower bound of
/// the integral. Any way of sharing μ out among the points that gives each its mass costs ≥ W_p^p:
/// one shares out boxes, as exact transport onto their means does, and the mean cost on a box is
/// known. What is left between the two lies in boxes that cells cut, and falls like the square of
/// their side. So these are halved until the gap is small, with ψ the potential of the transport
/// before. On the circle [CircleCells] knows the pieces themselves.
///
/// **Reference.** F. Aurenhammer, F. Hoffmann, B. Aronov, *Minkowski-type theorems and
/// least-squares clustering*, Algorithmica 20, 61–76 (1998): cells, weights and duality.
final class SemiDiscrete implements TransportSolver {
  private static final int MOST_DIMENSIONS = 3;

  /// Coarse points per point.
  private static final int COARSE = 2;

  private static final int FEWEST_COARSE = 64;

  /// The gap in one dimension, where pieces are known to round-off, as a part of the value.
  private static final double ON_THE_CIRCLE = 1e-10;

  /// What is left of a gap in the end, as a part of the largest cost: masses are right to some
  /// 1e-13.
  private static final double ROUND_OFF = 1e-12;

  /// Halvings of a cell of the law, at most.
  private static final int DEEPEST = 40;

  /// Differences of cost that are as good as none, as a part of the largest cost.
  private static final double NEGLIGIBLE = 1e-15;

  private final double tolerance;
  private final int boxes;

  /// @param tolerance the gap at which a solve is done, as a part of the value
  /// @param boxes most boxes at one time
  SemiDiscrete(double tolerance, int boxes) {
    this.tolerance = tolerance;
    this.boxes = boxes;
  }

  @Override
  public TransportResult solve(TransportProblem problem) {
    return new Refused(
        "'semi-discrete' moves a cloud onto a density, and this problem has two clouds; take"
            + " 'exact'");
  }

  @Override
  public TransportResult solve(DensityProblem problem) {
    int d = problem.target().dimension();
    if (d > MOST_DIMENSIONS) {
      return new Refused(
          "'semi-discrete' serves up to %d dimensions, this problem has %d; take 'exact' on points of the law"
              .formatted(MOST_DIMENSIONS, d));
    }
    if (problem.metric() == Metric.L2 && problem.exponent() == 1 && d > 1) {
      return new Refused(
          "'semi-discrete' serves p = 2, and p = 1 with l1: the mean of an l2 distance over a box is"
              + " not known in closed form; take p = 2 or l1");
    }
    return Course.run(problem.context(), () -> new Solve(problem).run());
  }

  private static Ground ground(DensityProblem problem) {
    if (problem.exponent() == 1) {
      return Ground.L1;
    }
    return problem.metric() == Metric.L1 ? Ground.L1_SQUARED : Ground.L2_SQUARED;
  }

  /// One solve.
  private final class Solve {
    private final DensityProblem problem;
    private final int d;
    private final double[] mass;
    private final double[] points;
    private final BoxLaw law;
    private final double largest;
    private double upper = Double.POSITIVE_INFINITY;
    private double lower;
    private int kept;
    private int depth;
    private long steps;

    Solve(DensityProblem problem) {
      this.problem = problem;
      this.d = problem.target().dimension();
      Map<List<Double>, Double> places = places(problem.source());
      this.mass = places.values().stream().mapToDouble(Double::doubleValue).toArray();
      this.points = new double[d * mass.length];
      int i = 0;
      for (List<Double> place : places.keySet()) {
        for (int k = 0; k < d; k++) {
          points[k * mass.length + i] = place.get(k);
        }
        i++;
      }
      this.law = BoxLaw.of(problem.target());
      double diameter = Torus.standard(d).diameter(problem.metric());
      this.largest = problem.exponent() == 1 ? diameter : diameter * diameter;
    }

    /// The places of a cloud, wrapped, with their masses > 0.
    private static Map<List<Double>, Double> places(EmpiricalMeasure cloud) {
      Torus torus = Torus.standard(cloud.dimension());
      Map<List<Double>, Double> places = new LinkedHashMap<>();
      for (int i = 0; i < cloud.size(); i++) {
        int at = i;
        if (cloud.weight(i) > 0) {
          places.merge(
              IntStream.range(0, cloud.dimension())
                  .mapToObj(k -> torus.wrap(k, cloud.coordinate(at, k)))
                  .toList(),
              cloud.weight(i),
              Double::sum);
        }
      }
      return places;
    }

    TransportResult run() {
      try {
        return converge();
      } catch (Interruption _) {
        return new Cancelled(upper, lower);
      }
    }

    private TransportResult converge() {
      PowerCells cells =
          new PowerCells(points, mass.length, ground(problem), law, NEGLIGIBLE * largest);
      return d == 1 ? onTheCircle(cells) : byBoxes(cells);
    }

    private TransportResult onTheCircle(PowerCells cells) {
      CircleCells circle = new CircleCells(points, mass, problem.exponent(), problem.target());
      double[] psi = circle.psi();
      upper = circle.cost(law, largest);
      lower = dual(psi, cells.cut(psi, DEEPEST, 0, false));
      return upper - lower <= Math.max(ON_THE_CIRCLE * upper, ROUND_OFF * largest)
          ? solved("a piece of the circle for each of %d places".formatted(mass.length))
          : stopped("that is more than round-off; please report this problem, or raise");
    }

    private Solved solved(String note) {
      return new Solved(upper, lower, steps, note, Optional.empty(), Optional.empty());
    }

    private TransportResult byBoxes(PowerCells cells) {
      CoarseLaw coarse = CoarseLaw.of(law, Math.max(FEWEST_COARSE, COARSE * mass.length));
      double[] psi = new double[mass.length];
      if (exact(coarse.atoms(), psi) instanceof Solved found) {
        psi = found.potentials().orElseThrow().source();
      }
      for (depth = coarse.halvings(); ; depth++) {
        Optional<String> obstacle = bound(cells, psi);
        if (obstacle.isPresent()) {
          return stopped(obstacle.get());
        }
        double gap = upper - lower;
        if (gap <= Math.max(tolerance * upper, ROUND_OFF * largest)) {
          return solved(note());
        }
        // Each halving makes the gap a quarter; at the beginning it is about the value.
        Course.reached(1 - 0.4 * Math.clamp(Math.log(gap / (tolerance * upper)) / 10, 0, 1));
        if (depth == DEEPEST) {
          return stopped("halving does not make it smaller; please report this problem, or raise");
        }
      }
    }

    private String note() {
      return "%d boxes, the smallest of side %.2g"
          .formatted(kept, Torus.TURN / law.perAxis() * Math.pow(0.5, depth));
    }

    private NotConverged stopped(String reason) {
      return new NotConverged(
          upper,
          lower,
          steps,
          "a gap of %.2g of the value is left, and %s or 'tolerance'"
              .formatted((upper - lower) / upper, reason));
    }

    /// Exact transport onto a cloud.
    ///
    /// @param psi to begin with; used where the cloud has more points
    private TransportResult exact(EmpiricalMeasure atoms, double[] psi) {
      EmpiricalMeasure cloud =
          EmpiricalMeasure.weighted(Particles.of(mass.length, d, points), mass);
      TransportProblem onto =
          new TransportProblem(
                  cloud, atoms, Torus.standard(d), problem.metric(), problem.exponent(), true)
              .under(problem.context());
      return new Exact()
          .solved(
              atoms.size() > psi.length
                  ? onto.startingAt(new Potentials(psi, new double[atoms.size()]))
                  : onto);
    }

    /// A lower bound of Σ aᵢψᵢ + ∫ min_i (c(xᵢ, y) − ψᵢ) dμ(y).
    private double dual(double[] psi, BoxCut cut) {
      CompensatedSum sum = new CompensatedSum();
      for (int i = 0; i < mass.length; i++) {
        sum.add(mass[i] * psi[i]);
      }
      sum.add(cut.least());
      return sum.value();
    }

    /// Improves both bounds, with boxes of the present depth.
    ///
    /// @param psi moved to what belongs to them
    /// @return why that was not possible; empty if it was
    private Optional<String> bound(PowerCells cells, double[] psi) {
      BoxCut cut = cells.cut(psi, depth, PowerCells.MARGIN, true);
      if (cut.size() > boxes) {
        return Optional.of(
            "the next halving takes %d boxes, more than %d; raise 'boxes'"
                .formatted(cut.size(), boxes));
      }
      if (!(exact(means(cut), psi) instanceof Solved found)) {
        return Optional.of("the boxes were not shared out; please report this problem, or raise");
      }
      kept = cut.size();
      steps += found.iterations();
      upper = Math.min(upper, cost(cut, found.plan().orElseThrow()));
      double[] source = found.potentials().orElseThrow().source();
      System.arraycopy(source, 0, psi, 0, psi.length);
      lower = Math.max(lower, dual(psi, cells.cut(psi, depth, 0, false)));
      return Optional.empty();
    }

    /// The boxes as atoms at their means.
    private EmpiricalMeasure means(BoxCut cut) {
      Particles means = new Particles(cut.size(), d);
      double[] masses = new double[cut.size()];
      for (int box = 0; box < masses.length; box++) {
        masses[box] = cut.mass(box);
        for (int k = 0; k < d; k++) {
          means.set(box, k, cut.box(box)[k].mean());
        }
      }
      return EmpiricalMeasure.weighted(means, masses);
    }

    /// What a plan costs if boxes, or the same part of each of a box's places, go as their atoms
    /// do.
    private double cost(BoxCut cut, Coupling plan) {
      CostRange range = new CostRange(points, mass.length, ground(problem));
      double[] ways = new double[d];
      double[] squares = new double[d];
      CompensatedSum sum = new CompensatedSum();
      for (int e = 0; e < plan.size(); e++) {
        sum.add(plan.mass(e) * range.mean(plan.source(e), cut.box(plan.target(e)), ways, squares));
      }
      return sum.value();
    }
  }
}
