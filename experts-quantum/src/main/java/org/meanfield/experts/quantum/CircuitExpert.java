package org.meanfield.experts.quantum;

import java.util.Arrays;
import java.util.List;
import org.meanfield.api.Inputs;
import org.meanfield.api.Particles;
import org.meanfield.api.Seeds;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Regularity;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.api.quantum.QuantumExpert;

/// The quantum expert f(θ, x) = ⟨0|U(θ,x)† O U(θ,x)|0⟩ (eq. 4.1), computed by a backend.
///
/// Assumption A1 follows from the structure: |f| ≤ ‖O‖ =: s, and with r the largest sum of |scales|
/// of one parameter |∂_k f| ≤ s·r, |∂_k ∂_l f| ≤ s·r² (eq. 4.7 is r = s = 1); f is 2π-periodic
/// where all scales are integers.
public final class CircuitExpert implements QuantumExpert {
  private final String name;
  private final Circuit circuit;
  private final PauliSum observable;
  private final QuantumBackend backend;
  private final double norm;
  private final List<String> parameterNames;
  private final List<String> inputNames;

  /// @param name of the circuit, for reports
  /// @param circuit with at least one parameter
  /// @param observable on the same number of qubits
  /// @param backend one that does not refuse them
  public CircuitExpert(String name, Circuit circuit, PauliSum observable, QuantumBackend backend) {
    this(name, circuit, observable, backend, List.of(), List.of());
  }

  /// @param name of the circuit, for reports
  /// @param circuit with at least one parameter
  /// @param observable on the same number of qubits
  /// @param backend one that does not refuse them
  /// @param parameterNames what its source calls θ₀, θ₁, …
  /// @param inputNames what its source calls x₀, x₁, …
  CircuitExpert(
      String name,
      Circuit circuit,
      PauliSum observable,
      QuantumBackend backend,
      List<String> parameterNames,
      List<String> inputNames) {
    this.name = name;
    this.circuit = circuit;
    this.observable = observable;
    this.backend = backend;
    this.norm = ObservableNorm.of(observable);
    this.parameterNames = List.copyOf(parameterNames);
    this.inputNames = List.copyOf(inputNames);
  }

  @Override
  public Circuit circuit() {
    return circuit;
  }

  @Override
  public PauliSum observable() {
    return observable;
  }

  @Override
  public List<String> parameterNames() {
    return parameterNames;
  }

  @Override
  public List<String> inputNames() {
    return inputNames;
  }

  @Override
  public int parameters() {
    return circuit.parameters();
  }

  @Override
  public Regularity regularity() {
    double most = 0;
    double period = 0;
    for (int k = 0; k < circuit.parameters(); k++) {
      most = Math.max(most, circuit.scales(k).stream().mapToDouble(Math::abs).sum());
      period = Math.max(period, circuit.period(k));
    }
    return new Regularity(
        norm,
        norm * most,
        norm * most * most,
        circuit.isPeriodic() ? 2 * Math.PI : period,
        Regularity.Origin.DERIVED);
  }

  @Override
  public double value(double[] theta, double[] x) {
    double[] sum = new double[1];
    one(theta, x).addMean(sum);
    return sum[0];
  }

  @Override
  public void gradient(double[] theta, double[] x, double[] out) {
    Particles gradient = new Particles(1, parameters());
    one(theta, x).pull(new double[] {1}, gradient);
    gradient.copyRow(0, out);
  }

  private BoundExpert.Evaluation one(double[] theta, double[] x) {
    Particles particle = Particles.of(1, parameters(), Arrays.copyOf(theta, parameters()));
    return bind(Inputs.of(1, x.length, x)).at(particle);
  }

  @Override
  public BoundExpert bind(Inputs inputs) {
    return backend.bind(circuit, observable, inputs);
  }

  @Override
  public CircuitExpert seeded(Seeds seeds) {
    return on(backend.seeded(seeds.at("backend")));
  }

  @Override
  public CircuitExpert exact() {
    return on(backend.exact());
  }

  private CircuitExpert on(QuantumBackend other) {
    return other.equals(backend)
        ? this
        : new CircuitExpert(name, circuit, observable, other, parameterNames, inputNames);
  }

  @Override
  public Workload workload(int inputs) {
    return backend.workload(circuit, observable, inputs);
  }

  @Override
  public String description() {
    boolean mean = observable.terms().equals(PauliSum.meanZ(circuit.qubits()).terms());
    return "%s on %d qubit%s, observable %s; backend %s"
        .formatted(
            name,
            circuit.qubits(),
            circuit.qubits() == 1 ? "" : "s",
            mean ? "mean-z" : observable,
            backend.description(circuit, observable));
  }
}
