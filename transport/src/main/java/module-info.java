import org.jspecify.annotations.NullMarked;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.TransportSolverProvider;
import org.meanfield.transport.circle.CircleProvider;
import org.meanfield.transport.entropic.SinkhornDivergenceProvider;
import org.meanfield.transport.entropic.SinkhornProvider;
import org.meanfield.transport.exact.ExactProvider;
import org.meanfield.transport.kernel.MeanDiscrepancyProvider;
import org.meanfield.transport.lp.LpProvider;
import org.meanfield.transport.semidiscrete.SemiDiscreteProvider;
import org.meanfield.transport.sliced.SlicedProvider;

/// Optimal transport between weighted point clouds x₁ … x_n and y₁ … y_m on a flat torus or in
/// Euclidean space,
///
/// W_p^p(μ, ν) = min Σ πᵢⱼ cᵢⱼ over π ≥ 0 with Σ_j πᵢⱼ = aᵢ and Σᵢ πᵢⱼ = b_j, where cᵢⱼ = d(xᵢ,
/// y_j)^p,
///
/// and its dual, max Σ aᵢuᵢ + Σ b_jv_j with uᵢ + v_j ≤ cᵢⱼ. Every feasible π is an upper bound and
/// every feasible (u, v) a lower one; every solver here returns both, computed from the plan and
/// from potentials that a certificate made feasible, so that the value can be trusted whatever the
/// method did.
///
/// | id | method | package |
/// |---|---|---|
/// | `exact` | auctions and a network simplex on several levels, for any points and weights | `exact`, on `auction` and `simplex` |
/// | `circle` | shifted quantile functions in one dimension | `circle` |
/// | `lp` | Commons Math's simplex method on small problems, the independent check | `lp` |
/// | `sinkhorn` | entropic transport, rounded to a coupling | `entropic` |
/// | `semi-discrete` | a cloud onto a density, between proven bounds | `semidiscrete` |
///
/// and numbers that tell measures apart without being Wasserstein distances:
///
/// | id | method | package |
/// |---|---|---|
/// | `sliced` | transport on circles, averaged over directions | `sliced` |
/// | `mmd` | maximum mean discrepancy under a von Mises or heat kernel | `kernel` |
/// | `sinkhorn-divergence` | entropic transport without its bias | `entropic` |
///
/// All rest on `course`, how a solve runs, `cost`, what moving mass costs, and `dual`, what prices
/// prove. Packages know those they rest on, never the other way.
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
