package org.meanfield.core.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.meanfield.api.flow.Integrator;
import org.meanfield.api.plugin.IntegratorProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.core.config.Entry;
import org.meanfield.core.config.Node;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Reads the section `flow`: `time`, `record` and the integrator with its settings.
final class FlowSection {
  private static final String INTEGRATOR = "integrator";

  private final Keys keys;
  private final Named<Integrator> integrator;
  private final Faults faults;

  FlowSection(Keys keys, ServiceReader services, Faults faults) {
    this.keys = keys;
    this.faults = faults;
    this.integrator = new Named<>(keys, services, faults, IntegratorProvider.class, INTEGRATOR);
  }

  /// Times and integrator.
  ///
  /// @param times from 0 to T
  /// @param integrator the integrator's draft
  /// @param settled every setting of the section
  record Result(List<Double> times, Draft<Integrator> integrator, List<Settled> settled) {}

  /// {@return the flow; empty if something is wrong, with the reasons among the faults}
  Optional<Result> read() {
    keys.require(StudySettings.TIME.name(), "such as 'time: 1.0'");
    Optional<Double> time = keys.read(StudySettings.TIME);
    Optional<List<Double>> record = keys.read(StudySettings.RECORD);
    time.ifPresent(this::checkRecord);
    Optional<Draft<Integrator>> draft = integrator.read("rk4");
    if (time.isEmpty() || draft.isEmpty()) {
      return Optional.empty();
    }
    double horizon = time.get();
    checkStep(draft.get(), horizon);
    List<Double> times = new ArrayList<>();
    times.add(0.0);
    record.orElse(List.of()).stream().sorted().distinct().forEach(times::add);
    if (times.getLast() < horizon) {
      times.add(horizon);
    }
    List<Settled> settled = new ArrayList<>();
    settled.add(new Settled(StudySettings.TIME.name(), horizon, ""));
    settled.addAll(integrator.settled(draft.get()));
    settled.add(
        new Settled(
            StudySettings.RECORD.name(),
            List.copyOf(times.subList(1, times.size())),
            keys.has(StudySettings.RECORD.name()) ? "" : Settled.DEFAULT));
    return Optional.of(new Result(List.copyOf(times), draft.get(), List.copyOf(settled)));
  }

  private void checkRecord(double horizon) {
    if (!(keys.take(StudySettings.RECORD.name()).map(Entry::value).orElse(null)
        instanceof Node.Items(List<Node> items, var _))) {
      return;
    }
    List<Double> seen = new ArrayList<>();
    for (Node item : items) {
      if (!(item instanceof Node.Scalar(Number number, var _, var _))) {
        continue;
      }
      double t = number.doubleValue();
      if (!(t > 0 && t <= horizon)) {
        faults.add(
            FaultCode.TIMES,
            item.place(),
            "'record' asks for time %s, outside (0, %s]".formatted(t, horizon),
            "time 0 is always recorded; raise 'time' for later ones");
      }
      if (seen.contains(t)) {
        faults.add(
            FaultCode.TIMES, item.place(), "'record' asks for time %s twice".formatted(t), "");
      }
      seen.add(t);
    }
  }

  private void checkStep(Draft<Integrator> draft, double horizon) {
    for (Setting<?> setting : draft.descriptor().settings()) {
      if (setting.name().equals(StudySettings.STEP)
          && draft.places().containsKey(setting)
          && draft.settings().get(setting) instanceof Double step
          && step > horizon) {
        faults.add(
            FaultCode.TIMES,
            draft.places().get(setting),
            "'step' is %s, longer than the whole flow of 'time' %s".formatted(step, horizon),
            "take a shorter step");
      }
    }
  }
}
