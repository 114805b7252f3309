package org.meanfield.transport.exact;

import java.util.List;
import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;

/// Provides [Exact] as `meanfield:exact`.
public final class ExactProvider implements TransportSolverProvider {
  static final Setting<String> METHOD =
      Setting.choice(
          "method",
          "auto",
          "how: by the problem; an auction for equal weights; pivots alone; shifts in one dimension",
          List.of("auto", "assignment", "network-simplex", "circle"));

  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:exact",
              "exact transport for any points and weights, by auctions and a network simplex on"
                  + " several levels, with a dual certificate")
          .settings(METHOD)
          .claims(new Trait.Certified(1e-10), new Trait.AnyWeights())
          .citing(
              new Citation(
                  "bonneel-2011",
                  "N. Bonneel, M. van de Panne, S. Paris, W. Heidrich, Displacement interpolation"
                      + " using Lagrangian mass transport, ACM Transactions on Graphics 30(6), 158"
                      + " (2011)",
                  "https://doi.org/10.1145/2070781.2024192"),
              new Citation(
                  "kovacs-2015",
                  "P. Kovács, Minimum-cost flow algorithms: an experimental evaluation,"
                      + " Optimization Methods and Software 30(1), 94–127 (2015)",
                  "https://doi.org/10.1080/10556788.2014.895828"),
              new Citation(
                  "bertsekas-1988",
                  "D. P. Bertsekas, The auction algorithm: a distributed relaxation method for the"
                      + " assignment problem, Annals of Operations Research 14, 105–123 (1988)",
                  "https://doi.org/10.1007/BF02186476"),
              new Citation(
                  "bertsekas-1989",
                  "D. P. Bertsekas, D. A. Castañon, The auction algorithm for the transportation"
                      + " problem, Annals of Operations Research 20, 67–96 (1989)",
                  "https://doi.org/10.1007/BF02216923"),
              new Citation(
                  "cunningham-1976",
                  "W. H. Cunningham, A network simplex method, Mathematical Programming 11, 105–116"
                      + " (1976)",
                  ""));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public TransportSolver create(Settings settings) {
    return new Exact(
        switch (settings.get(METHOD)) {
          case "assignment" -> Exact.Way.ASSIGNMENT;
          case "network-simplex" -> Exact.Way.NETWORK_SIMPLEX;
          case "circle" -> Exact.Way.CIRCLE;
          default -> Exact.Way.AUTO;
        });
  }
}
