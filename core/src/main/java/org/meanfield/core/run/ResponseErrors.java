package org.meanfield.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// How far the responses of mixtures are from those of the limit at one time, in the mean square
/// over the data,
///
/// e_r = (1/n) Σ_j (F_r(x_j) − F(x_j))² for replicate r, E e = O(1/N) from independent starts,
///
/// and what share of that may be the error of the limit. Mixtures of independent starts scatter
/// about the true limit, with a mean off it by O(1/N) only; so the mean over R replicates shows
/// where the limit is wrong, up to its own scatter of 1/R:
///
/// share = (1/n) Σ_j (mean_r F_r(x_j) − F(x_j))² / mean_r e_r.
final class ResponseErrors {
  private final Optional<double[]> limit;
  private final double time;
  private final Map<Integer, Double> shares = new HashMap<>();

  /// @param cells of all N
  /// @param limit its snapshots
  /// @param time a recorded time
  ResponseErrors(List<CellResult> cells, LimitRun limit, double time) {
    this.time = time;
    this.limit = response(limit.snapshots());
    this.limit.ifPresent(of -> {
      Map<Integer, Sums> sums = new HashMap<>();
      for (CellResult cell : cells) {
        response(cell.snapshots())
            .ifPresent(response ->
                sums.computeIfAbsent(cell.cell().experts(), _ -> new Sums(of)).add(response));
      }
      sums.forEach((experts, all) -> shares.put(experts, all.share()));
    });
  }

  private Optional<double[]> response(List<Snapshot> snapshots) {
    return snapshots.stream()
        .filter(snapshot -> snapshot.time() == time)
        .map(Snapshot::response)
        .findFirst();
  }

  /// {@return e of one cell; empty if it or the limit did not get there}
  OptionalDouble of(CellResult cell) {
    Optional<double[]> response = response(cell.snapshots());
    if (limit.isEmpty() || response.isEmpty()) {
      return OptionalDouble.empty();
    }
    Sums one = new Sums(limit.get());
    one.add(response.get());
    return OptionalDouble.of(one.squares / limit.get().length);
  }

  /// {@return the share of the limit's error at one N, 0 to 1; 0 where nothing got there}
  ///
  /// @param experts N
  double share(int experts) {
    return shares.getOrDefault(experts, 0.0);
  }

  /// Σ_r (F_r − F) and Σ_r ‖F_r − F‖².
  private static final class Sums {
    private final double[] limit;
    private final double[] difference;
    private double squares;
    private int replicates;

    Sums(double[] limit) {
      this.limit = limit;
      this.difference = new double[limit.length];
    }

    void add(double[] response) {
      replicates++;
      for (int j = 0; j < limit.length; j++) {
        double off = response[j] - limit[j];
        difference[j] += off;
        squares += off * off;
      }
    }

    double share() {
      double mean = 0;
      for (double sum : difference) {
        mean += sum * sum / replicates;
      }
      return squares == 0 ? 0 : Math.min(1, mean / squares);
    }
  }
}
