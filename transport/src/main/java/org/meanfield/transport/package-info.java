/// Optimal transport between weighted point clouds x₁ … x_n and y₁ … y_m on a flat torus,
///
/// W_p^p(μ, ν) = min Σ πᵢⱼ cᵢⱼ over π ≥ 0 with Σ_j πᵢⱼ = aᵢ and Σᵢ πᵢⱼ = b_j, where cᵢⱼ = d(xᵢ,
/// y_j)^p,
///
/// and its dual, max Σ aᵢuᵢ + Σ b_jv_j with uᵢ + v_j ≤ cᵢⱼ. Every feasible π is an upper bound and
/// every feasible (u, v) a lower one; every solver here returns both, computed from the plan and
/// from potentials that [org.meanfield.transport.Certificate] made feasible, so that the value can
/// be trusted whatever the method did.
///
/// | what | where |
/// |---|---|
/// | costs, masses, certificates, shared by all | `GroundCost`, `Masses`, `Certificate`, `CompensatedSum`, `Course`, `Blocks` |
/// | `exact` | `Exact`, `Multilevel`, `Auction`, `NetworkSimplex`, `BasisStart`, `Forest`, `Flow`, `Draw`, `Smallest`; whom rows may want: `Candidates`, `RowScan`, `Prices`, `Boxes`, `SingleCosts`, `KdOrder`, `CTransform` |
/// | `circle` | `Circle`, `CircleShift`, `CircleWalk`, `LineTransform`, `SortedPoints`, `SortOrder` |
/// | `lp` | `Lp` |
/// | `sinkhorn` | `Sinkhorn`, `Entropic`, `EntropicProblem`, `EntropicPlan`, `Duals`, `Relaxation`; iterations: `Sweep`, `SingleSweep`, `SparseSweep`, `DoubleSweep`, `SoftTransform`, `Tiles`, `RowRuns`, `Strips`, `CostScale` |
/// | `semi-discrete` | `SemiDiscrete`, `CoarseLaw`, `BoxLaw`, `Stretch`, `PowerCells`, `CostRange`, `BoxCut`; on the circle `CircleCells` |
/// | discrepancies | `Sliced`, `SinkhornDivergence`, `MeanDiscrepancy` with its `TorusKernel`s `VonMisesKernel`, `HeatKernel` and their `Harmonics` |
package org.meanfield.transport;
