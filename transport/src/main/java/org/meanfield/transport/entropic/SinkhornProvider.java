package org.meanfield.transport.entropic;

import org.meanfield.api.plugin.Citation;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.api.transport.TransportSolver;

/// Provides [Sinkhorn] as `meanfield:sinkhorn`.
public final class SinkhornProvider implements TransportSolverProvider {
  private static final Descriptor DESCRIPTOR =
      Descriptor.of(
              "meanfield:sinkhorn",
              "entropic transport rounded to a coupling, between certified bounds; single precision"
                  + " where it serves, certified in double")
          .settings(SinkhornSettings.ALL)
          .claims(new Trait.AnyWeights())
          .citing(
              new Citation(
                  "cuturi-2013",
                  "M. Cuturi, Sinkhorn distances: lightspeed computation of optimal transport,"
                      + " Advances in Neural Information Processing Systems 26, 2292–2300 (2013)",
                  "https://arxiv.org/abs/1306.0895"),
              new Citation(
                  "altschuler-2017",
                  "J. Altschuler, J. Weed, P. Rigollet, Near-linear time approximation algorithms"
                      + " for optimal transport via Sinkhorn iteration, Advances in Neural"
                      + " Information Processing Systems 30, 1964–1974 (2017)",
                  "https://arxiv.org/abs/1705.09634"),
              new Citation(
                  "schmitzer-2019",
                  "B. Schmitzer, Stabilized sparse scaling algorithms for entropy regularized"
                      + " transport problems, SIAM Journal on Scientific Computing 41(3),"
                      + " A1443–A1481 (2019)",
                  "https://doi.org/10.1137/16M1106018"),
              new Citation(
                  "thibault-2021",
                  "A. Thibault, L. Chizat, C. Dossal, N. Papadakis, Overrelaxed Sinkhorn–Knopp"
                      + " algorithm for regularized optimal transport, Algorithms 14(5), 143 (2021)",
                  "https://doi.org/10.3390/a14050143"));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public TransportSolver create(Settings settings) {
    return new Sinkhorn(SinkhornSettings.of(settings));
  }
}
