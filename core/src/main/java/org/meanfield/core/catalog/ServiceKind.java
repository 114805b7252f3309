package org.meanfield.core.catalog;

import java.util.Arrays;
import org.meanfield.api.plugin.DataSourceProvider;
import org.meanfield.api.plugin.DiscrepancyProvider;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.LimitSolverProvider;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.TransportSolverProvider;

/// The kinds of service, in the order they are listed.
public enum ServiceKind {
  /// where data come from
  DATA("data source", DataSourceProvider.class),
  /// f(θ, x)
  EXPERT("expert", ExpertProvider.class),
  /// how circuits are computed
  BACKEND("quantum backend", QuantumBackendProvider.class),
  /// how the flow is integrated
  INTEGRATOR("integrator", IntegratorProvider.class),
  /// how μ_t is found
  LIMIT("limit solver", LimitSolverProvider.class),
  /// how clouds are compared
  TRANSPORT("transport solver", TransportSolverProvider.class),
  /// how clouds are told apart where no distance is wanted
  DISCREPANCY("discrepancy", DiscrepancyProvider.class);

  private final String word;
  private final Class<? extends ServiceProvider<?>> provider;

  ServiceKind(String word, Class<? extends ServiceProvider<?>> provider) {
    this.word = word;
    this.provider = provider;
  }

  /// {@return its name in sentences}
  public String word() {
    return word;
  }

  /// {@return the interface of its providers}
  public Class<? extends ServiceProvider<?>> provider() {
    return provider;
  }

  /// {@return the kind of a provider interface}
  ///
  /// @param provider one of the interfaces above
  public static ServiceKind of(Class<?> provider) {
    return Arrays.stream(values())
        .filter(kind -> kind.provider.isAssignableFrom(provider))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(provider + " is no kind of service"));
  }
}
