package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meanfield.api.BadInput;
import org.meanfield.api.Inputs;
import org.meanfield.api.expert.BoundExpert;
import org.meanfield.api.expert.Workload;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.QuantumBackendProvider;
import org.meanfield.api.plugin.ServiceProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;
import org.meanfield.api.quantum.Circuit;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.api.quantum.QuantumBackend;
import org.meanfield.core.catalog.Catalog;
import org.meanfield.core.catalog.Lookup;
import org.meanfield.core.catalog.ServiceKind;

/// The backend that does the least work: among those that claim exact gradients, run with their
/// defaults and what is asked of all of them, and do not refuse the circuit, the one with the
/// fewest operations whose working storage stays below [#BUDGET]; if none stays below, the one with
/// the least storage.
///
/// The choice depends on circuit, observable and the number of training inputs alone: one for the
/// whole study, whatever it is bound to, and never on the machine.
public final class AutoBackend implements QuantumBackend {
  /// The name that stands for this choice.
  static final String NAME = "auto";

  static final Descriptor DESCRIPTOR =
      Descriptor.of("meanfield:" + NAME, "The exact backend that does the least work.");

  /// Working storage of one thread, in bytes, that any machine of today has.
  private static final double BUDGET = 1 << 30;

  private final List<Chosen<QuantumBackend>> candidates;
  private final int inputs;
  private final Map<String, Object> asked;

  /// @param candidates what to choose from
  /// @param inputs number of training inputs n
  /// @param asked what all of them were told, by the names of their settings
  AutoBackend(List<Chosen<QuantumBackend>> candidates, int inputs, Map<String, Object> asked) {
    this.candidates = List.copyOf(candidates);
    this.inputs = inputs;
    this.asked = Map.copyOf(asked);
  }

  private record Offer(Descriptor descriptor, ServiceProvider<QuantumBackend> provider) {
    Optional<Setting<?>> setting(String name) {
      return descriptor.settings().stream().filter(s -> s.name().equals(name)).findAny();
    }
  }

  /// What claims exact gradients and runs with its defaults.
  private static List<Offer> offers(Catalog catalog) {
    List<Offer> offers = new ArrayList<>();
    for (String name : catalog.names(ServiceKind.BACKEND)) {
      if (catalog.find(QuantumBackendProvider.class, name)
              instanceof Lookup.Found<QuantumBackend>(Descriptor descriptor, var provider)
          && descriptor.traits().stream().anyMatch(Trait.ExactGradient.class::isInstance)
          && descriptor.settings().stream().noneMatch(setting -> setting.fallback().isEmpty())) {
        offers.add(new Offer(descriptor, provider));
      }
    }
    return offers;
  }

  /// {@return what may be asked of those that are chosen from: settings of a few words, one of each
  /// name}
  ///
  /// @param catalog the services there are
  static List<Setting<?>> settings(Catalog catalog) {
    Map<String, Setting<?>> settings = new LinkedHashMap<>();
    for (Offer offer : offers(catalog)) {
      offer.descriptor().settings().stream()
          .filter(setting -> !setting.choices().isEmpty())
          .forEach(setting -> settings.putIfAbsent(setting.name(), setting));
    }
    return List.copyOf(settings.values());
  }

  /// {@return the choice among the backends of a catalog}
  ///
  /// @param catalog the services there are
  /// @param inputs number of training inputs n
  /// @param asked what those to choose from must offer, by the names of their settings
  public static AutoBackend of(Catalog catalog, int inputs, Map<String, Object> asked) {
    List<Chosen<QuantumBackend>> candidates = new ArrayList<>();
    for (Offer offer : offers(catalog)) {
      if (asked.keySet().stream().allMatch(name -> offer.setting(name).isPresent())) {
        try {
          Settings settings = Settings.defaults(offer.descriptor().settings());
          for (Map.Entry<String, Object> one : asked.entrySet()) {
            settings =
                settings.withToken(offer.setting(one.getKey()).orElseThrow(), one.getValue());
          }
          candidates.add(new Chosen<>(offer.descriptor(), offer.provider().create(settings)));
        } catch (BadInput | RuntimeException | LinkageError e) {
          // It cannot run like this, so it is none to choose.
        }
      }
    }
    return new AutoBackend(candidates, inputs, asked);
  }

  private record Bid(Chosen<QuantumBackend> candidate, Workload workload) {}

  private List<Bid> bids(Circuit circuit, PauliSum observable) {
    Comparator<Bid> cheapest =
        Comparator.comparing((Bid bid) -> bid.workload().bytes() > BUDGET)
            .thenComparingDouble(bid ->
                bid.workload().bytes() > BUDGET
                    ? bid.workload().bytes()
                    : bid.workload().operations())
            .thenComparing(bid -> bid.candidate().descriptor().id());
    return candidates.stream()
        .filter(c -> c.service().refusal(circuit, observable).isEmpty())
        .map(c -> new Bid(c, c.service().workload(circuit, observable, inputs)))
        .sorted(cheapest)
        .toList();
  }

  /// {@return the backends that serve a circuit, the one chosen first}
  ///
  /// @param circuit the circuit
  /// @param observable on the same number of qubits
  public List<Chosen<QuantumBackend>> serving(Circuit circuit, PauliSum observable) {
    return bids(circuit, observable).stream().map(Bid::candidate).toList();
  }

  private QuantumBackend pick(Circuit circuit, PauliSum observable) {
    return bids(circuit, observable).stream()
        .findFirst()
        .map(bid -> bid.candidate().service())
        .orElseThrow(() ->
            new IllegalArgumentException(
                refusal(circuit, observable).orElse("no backend serves this circuit")));
  }

  @Override
  public Optional<String> refusal(Circuit circuit, PauliSum observable) {
    if (candidates.stream().anyMatch(c -> c.service().refusal(circuit, observable).isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        candidates.isEmpty()
            ? "there is no exact backend%s to choose from".formatted(withAsked())
            : candidates.stream()
                .map(c -> limit(c, c.service().refusal(circuit, observable).orElse("")))
                .collect(
                    Collectors.joining(
                        "; ",
                        "no backend%s serves this circuit: ".formatted(withAsked()),
                        "; use fewer qubits or gates")));
  }

  /// {@return what was asked of all, in words that follow `backend`}
  private String withAsked() {
    return asked.isEmpty()
        ? ""
        : asked.entrySet().stream()
            .map(one -> one.getKey() + ": " + one.getValue())
            .sorted()
            .collect(Collectors.joining(", ", " with ", ""));
  }

  /// {@return a refusal without its remedy, which would send from one that refuses to the next}
  private static String limit(Chosen<QuantumBackend> candidate, String refusal) {
    String limit = refusal.split(";", 2)[0];
    String name = candidate.descriptor().name();
    return limit.contains(name) ? limit : name + ": " + limit;
  }

  @Override
  public Workload workload(Circuit circuit, PauliSum observable, int n) {
    return pick(circuit, observable).workload(circuit, observable, n);
  }

  @Override
  public BoundExpert bind(Circuit circuit, PauliSum observable, Inputs data) {
    return pick(circuit, observable).bind(circuit, observable, data);
  }

  @Override
  public String description(Circuit circuit, PauliSum observable) {
    List<Bid> bids = bids(circuit, observable);
    if (bids.isEmpty()) {
      return refusal(circuit, observable).orElse("no backend");
    }
    String chosen = bids.getFirst().candidate().service().description(circuit, observable);
    if (bids.size() == 1) {
      return chosen;
    }
    return "%s (auto: least work for %d input%s, in operations per particle: %s)"
        .formatted(
            chosen,
            inputs,
            inputs == 1 ? "" : "s",
            bids.stream()
                .map(bid ->
                    String.format(
                        Locale.ROOT,
                        "%s %.2g",
                        bid.candidate().descriptor().name(),
                        bid.workload().operations()))
                .collect(Collectors.joining(", ")));
  }
}
