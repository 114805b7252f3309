import org.jspecify.annotations.NullMarked;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.transport.CircleProvider;
import org.meanfield.transport.ExactProvider;
import org.meanfield.transport.LpProvider;
import org.meanfield.transport.MeanDiscrepancyProvider;
import org.meanfield.transport.SemiDiscreteProvider;
import org.meanfield.transport.SinkhornDivergenceProvider;
import org.meanfield.transport.SinkhornProvider;
import org.meanfield.transport.SlicedProvider;

/// Wasserstein solvers on the torus and in Euclidean space.
///
/// | id | method |
/// |---|---|
/// | `exact` | auctions and a network simplex on several levels, for any points and weights |
/// | `circle` | shifted quantile functions in one dimension |
/// | `lp` | Commons Math's simplex method on small problems, the independent check |
/// | `sinkhorn` | entropic transport, rounded to a coupling |
/// | `semi-discrete` | a cloud onto a density, between proven bounds |
///
/// and numbers that tell measures apart without being Wasserstein distances:
///
/// | id | method |
/// |---|---|
/// | `sliced` | transport on circles, averaged over directions |
/// | `mmd` | maximum mean discrepancy under a von Mises or heat kernel |
/// | `sinkhorn-divergence` | entropic transport without its bias |
@NullMarked
module org.meanfield.transport {
  requires commons.math3;
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;

  provides DiscrepancyProvider with
      MeanDiscrepancyProvider,
      SinkhornDivergenceProvider,
      SlicedProvider;
  provides TransportSolverProvider with
      CircleProvider,
      ExactProvider,
      LpProvider,
      SemiDiscreteProvider,
      SinkhornProvider;
}
