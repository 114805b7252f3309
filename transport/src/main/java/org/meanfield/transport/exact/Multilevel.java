package org.meanfield.transport.exact;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meanfield.transport.auction.Auction;
import org.meanfield.transport.auction.Candidates;
import org.meanfield.transport.cost.Flow;
import org.meanfield.transport.cost.GroundCost;
import org.meanfield.transport.cost.KdOrder;
import org.meanfield.transport.cost.Masses;
import org.meanfield.transport.course.Course;
import org.meanfield.transport.dual.CTransform;
import org.meanfield.transport.dual.Certificate;

/// The exact transport problem by prices from a coarser one, an auction that makes them nearly
/// optimal, and a network simplex that begins there.
///
/// 1. A quarter of the points, drawn by weight at equal distances of cumulative mass in an order
///    that keeps neighbours together ([KdOrder]), is solved the same way; its prices extend to all
///    columns by a c-transform.
/// 2. Each row gets its [Candidates] at these prices. An [Auction] places all mass nearly
///    optimally, in units where masses are of any size. Where clusters far apart differ in mass it
///    becomes a price war, so bids are counted, and it is broken off. Where that has happened one
///    level below already, it is broken off sooner, and masses of any size get their prices and a
///    first flow from an optimal one between as many points with a few units of mass each. Where
///    few points hold most of the mass, or auctions are not wanted, coarser problems have the
///    heaviest of four neighbours with the mass of them all, and no auctions.
/// 3. What is placed is where the network simplex begins, in [ArcRounds]. Coarse levels leave this
///    out where the auction has ended.
///
/// O(n + m) memory. Results do not depend on the number of threads.
final class Multilevel {
  /// Problems up to this many arcs take all of them at once.
  private static final int ALL_ARCS = 4096;

  /// Candidates per row in few dimensions, where looks are cheap, and in many.
  private static final int FEW = 32;

  private static final int MANY = 64;

  /// ε of the auction, in units of what a row's candidates differ by. Measured on uniform clouds:
  /// 0.03 leaves few pivots, above 0.1 they take over, below 0.01 bids do.
  private static final double PART = 0.03;

  /// ε is at least this, relative to costs and prices: with many ties candidates hardly differ.
  private static final double LEAST = 1e-7;

  /// Bids per row that an auction may take, a look counted as some. Uniform clouds of up to 10⁵
  /// points take 20 to 50; with less, one that is near its end counts as a war, which takes 100,000
  /// points of different weights three times the time.
  private static final long BIDS = 60;

  /// Bids per row where one level below has ended in a price war. Measured on far groups of
  /// different sizes: 0 to 10 take the same time, 40 take twice that.
  private static final long WAR_BIDS = 10;

  /// Where masses are of any size: the units per point of the larger side that an auction deals in,
  /// and bids per row. Measured on uniform clouds of 10⁴ points: with 1 unit 40,000 and 107,000
  /// pivots are left in 2 and 5 dimensions, with 8 units 13,000 and 22,000. Of 10⁵ points in 2
  /// dimensions, where a pivot takes as long as 50 bids, 60 bids leave three times as many pivots
  /// as 140, after which all units are placed.
  private static final long UNITS = 8;

  private static final long UNIT_BIDS = 140;

  /// Given prices that let so much of the mass go to its row's first choice are worth having.
  /// Measured: 0.6 to 0.7 with the prices of clouds that have moved since by a sixteenth of the
  /// distance of neighbours.
  private static final double SERVED = 0.4;

  /// Parts of the work that are done, roughly: at good prices, and after an auction.
  private static final double AT_PRICES = 0.3;

  private static final double AFTER_AUCTION = 0.6;

  private final GroundCost cost;
  private final long[] rowMass;
  private final long[] columnMass;
  private final boolean auctions;
  private final boolean finest;
  private final boolean poor;
  private final double[] u;
  private final double[] v;
  private double @Nullable [] start;
  private boolean war;
  private long steps;

  private Multilevel(
      GroundCost cost, long[] rowMass, long[] columnMass, boolean auctions, boolean finest) {
    this.cost = cost;
    this.rowMass = rowMass;
    this.columnMass = columnMass;
    this.auctions = auctions;
    this.finest = finest;
    this.u = new double[rowMass.length];
    this.v = new double[columnMass.length];
    this.poor = finest && auctions && isPoor();
  }

  /// The end of the method.
  static final class Solution {
    private final boolean optimal;
    private final long steps;
    private final Flow flow;
    private final double[] v;

    private Solution(boolean optimal, long steps, Flow flow, double[] v) {
      this.optimal = optimal;
      this.steps = steps;
      this.flow = flow;
      this.v = v;
    }

    /// {@return whether nothing was left to improve}
    boolean optimal() {
      return optimal;
    }

    /// {@return bids and pivots on all levels}
    long steps() {
      return steps;
    }

    /// {@return what goes where}
    Flow flow() {
      return flow;
    }

    /// {@return a potential per column; not a copy, not to be changed}
    double[] v() {
      return v;
    }
  }

  /// {@return an optimal flow}
  ///
  /// @param cost between rows and columns; best with at least as many rows as columns
  /// @param rowMass masses > 0
  /// @param columnMass masses > 0 with the same sum
  /// @param auctions whether auctions may be held
  static Solution solve(GroundCost cost, long[] rowMass, long[] columnMass, boolean auctions) {
    return solve(cost, rowMass, columnMass, auctions, null);
  }

  /// {@return an optimal flow}
  ///
  /// @param cost between rows and columns; best with at least as many rows as columns
  /// @param rowMass masses > 0
  /// @param columnMass masses > 0 with the same sum
  /// @param auctions whether auctions may be held
  /// @param start potentials of the columns that take the place of a coarser problem's, if they are
  ///   good for anything; null for none
  static Solution solve(
      GroundCost cost,
      long[] rowMass,
      long[] columnMass,
      boolean auctions,
      double @Nullable [] start) {
    int[] rows = KdOrder.of(cost.sourcePoints(), rowMass.length);
    int[] columns = KdOrder.of(cost.targetPoints(), columnMass.length);
    Multilevel sorted =
        new Multilevel(
            cost.between(rows, columns),
            Masses.at(rows, rowMass),
            Masses.at(columns, columnMass),
            auctions,
            true);
    sorted.start = start == null ? null : Masses.at(columns, start);
    Solution found = sorted.solve();
    sorted.centre();
    double[] v = new double[columns.length];
    for (int at = 0; at < columns.length; at++) {
      v[columns[at]] = found.v[at];
    }
    return new Solution(found.optimal, found.steps, found.flow.renumbered(rows, columns), v);
  }

  /// Only differences of prices count, and small ones keep more digits.
  private void centre() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double price : v) {
      low = Math.min(low, price);
      high = Math.max(high, price);
    }
    double middle = low + (high - low) / 2;
    for (int j = 0; j < v.length; j++) {
      v[j] -= middle;
    }
  }

  private Solution solve() {
    int rows = u.length;
    int columns = v.length;
    if ((long) rows * columns <= ALL_ARCS) {
      return simplex(null, new Flow(0));
    }
    Candidates candidates = atStart();
    if (candidates == null) {
      int most = Math.max(rows, columns);
      guessPrices((most + 3) / 4);
      if (war && dealsInUnits()) {
        Flow guess = guessPrices(most);
        return simplex(atPrices(), guess);
      }
      candidates = atPrices();
    }
    tell(AT_PRICES);
    if (!auctions || columns == 1 || poor) {
      return simplex(candidates, new Flow(0));
    }
    boolean units = dealsInUnits();
    double epsilon = Math.max(PART * spread(candidates), LEAST * scale(candidates));
    Auction auction = units ? auctionOfUnits(candidates) : auction(candidates);
    boolean placed = epsilon > 0 && auction.run(epsilon);
    war = !placed;
    steps += auction.bids();
    tell(AFTER_AUCTION);
    if (placed && !finest) {
      for (int i = 0; i < rows; i++) {
        u[i] = candidates.leastOfAll(i);
      }
      return new Solution(true, steps, auction.flow(), v);
    }
    return simplex(candidates, units ? auction.flow().times(unit(draws())) : auction.flow());
  }

  /// {@return whether masses may be of any size, so that an auction deals in units that stand for
  /// them}
  private boolean dealsInUnits() {
    return finest && auctions && !poor && !equal();
  }

  private Auction auction(Candidates candidates) {
    return new Auction(candidates, rowMass, columnMass, v, (war ? WAR_BIDS : BIDS) * u.length);
  }

  private Auction auctionOfUnits(Candidates candidates) {
    // A column with nothing to sell would take part for ever.
    return new Auction(
        candidates,
        Draw.of(rowMass, draws()).spread(u.length, 0),
        Draw.of(columnMass, draws()).spread(v.length, 1),
        v,
        UNIT_BIDS * u.length);
  }

  private long draws() {
    return UNITS * Math.max(u.length, v.length);
  }

  private Candidates atPrices() {
    int few = cost.periods().length <= 3 ? FEW : MANY;
    return new Candidates(cost, v, Math.min(v.length, few));
  }

  /// {@return the candidates at the prices that were given; null if there are none, or poor ones:
  /// if much of the mass could not go where its row would like it best}
  private @Nullable Candidates atStart() {
    if (start == null) {
      return null;
    }
    System.arraycopy(start, 0, v, 0, v.length);
    Candidates candidates = atPrices();
    long[] room = columnMass.clone();
    double served = 0;
    double whole = 0;
    for (int i = 0; i < rowMass.length; i++) {
      float[] values = candidates.values(i);
      int best = candidates.columns(i)[0];
      double least = Double.POSITIVE_INFINITY;
      for (int e = 0; e < values.length; e++) {
        double value = candidates.costs(i)[e] - v[candidates.columns(i)[e]];
        if (value < least) {
          least = value;
          best = candidates.columns(i)[e];
        }
      }
      long part = Math.min(room[best], rowMass[i]);
      room[best] -= part;
      served += part;
      whole += rowMass[i];
    }
    return served >= SERVED * whole ? candidates : null;
  }

  /// Tells how far the whole problem is; coarser ones are a part of it.
  private void tell(double part) {
    if (finest) {
      Course.reached(part);
    }
  }

  private boolean equal() {
    return u.length == v.length
        && Arrays.stream(rowMass).allMatch(mass -> mass == rowMass[0])
        && Arrays.stream(columnMass).allMatch(mass -> mass == rowMass[0]);
  }

  /// Sets v from a coarser problem.
  ///
  /// @param draws how many points that problem has, if each can be drawn once
  /// @return the flow of that problem, in parts of the masses of this one that are not larger
  private Flow guessPrices(int draws) {
    boolean units = auctions && !poor;
    Draw rows = units ? Draw.of(rowMass, draws) : Draw.heaviest(rowMass, 4);
    Draw columns = units ? Draw.of(columnMass, draws) : Draw.heaviest(columnMass, 4);
    Multilevel coarse =
        new Multilevel(
            cost.between(rows.chosen(), columns.chosen()),
            rows.times(),
            columns.times(),
            units,
            false);
    if (war) {
      coarse.start = Masses.at(columns.chosen(), v);
    }
    Flow flow = coarse.solve().flow();
    steps += coarse.steps;
    war = coarse.war;
    int[] all = new int[v.length];
    Arrays.setAll(all, j -> j);
    double[] least = CTransform.ofOrdered(cost.between(rows.chosen(), all).transposed(), coarse.u);
    System.arraycopy(least, 0, v, 0, v.length);
    return flow.renumbered(rows.chosen(), columns.chosen()).times(units ? unit(draws) : 1);
  }

  /// {@return whether few points hold so much mass that the others are hardly ever drawn}
  private boolean isPoor() {
    return isPoor(rowMass) || isPoor(columnMass);
  }

  private boolean isPoor(long[] masses) {
    return 3 * Draw.of(masses, Math.max(u.length, v.length)).chosen().length < masses.length;
  }

  private long unit(long draws) {
    return Arrays.stream(rowMass).sum() / draws;
  }

  /// The mean over rows of how much their last candidate is worse than the best.
  private double spread(Candidates candidates) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      float[] values = candidates.values(i);
      sum += values[values.length - 1] - values[0];
    }
    return sum / u.length;
  }

  private double scale(Candidates candidates) {
    double most = 0;
    for (int i = 0; i < u.length; i++) {
      most = Math.max(most, Math.abs(candidates.least(i)));
    }
    return most + Certificate.largest(v);
  }

  /// The network simplex.
  ///
  /// @param candidates from which its first arcs come, or null for all arcs
  /// @param guess a flow to begin with; may have too little mass or too much at any point
  private Solution simplex(@Nullable Candidates candidates, Flow guess) {
    ArcRounds rounds = new ArcRounds(cost, rowMass, columnMass, u, v, candidates);
    boolean optimal = rounds.run(guess, finest);
    steps += rounds.pivots();
    return new Solution(optimal, steps, rounds.flow(), v);
  }
}
