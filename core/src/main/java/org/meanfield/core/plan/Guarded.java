package org.meanfield.core.plan;

import java.util.Optional;
import java.util.function.Function;
import org.meanfield.api.BadInput;
import org.meanfield.api.Place;
import org.meanfield.core.fault.FaultCode;
import org.meanfield.core.fault.Faults;

/// Calls into plugins, whose failures are faults of theirs.
final class Guarded {
  private Guarded() {}

  /// A call into a plugin.
  @FunctionalInterface
  interface Call<T> {
    T make() throws BadInput;
  }

  /// {@return what the call made; empty if it failed or objected, with the reason among the faults}
  ///
  /// @param id the service called
  /// @param place where the study names it
  /// @param faults receives the reason
  /// @param call the call
  static <T> Optional<T> call(String id, Place place, Faults faults, Call<T> call) {
    return call(id, place, _ -> place, faults, call);
  }

  /// {@return the same, with the place of an objection that has none of its own}
  static <T> Optional<T> call(
      String id, Place place, Function<BadInput, Place> objection, Faults faults, Call<T> call) {
    try {
      T made = call.make();
      if (made != null) {
        return Optional.of(made);
      }
      failed(id, place, faults, "it returned null");
    } catch (BadInput e) {
      faults.add(objection.apply(e), e);
      e.others().forEach(other -> faults.add(objection.apply(other), other));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      failed(id, place, faults, String.valueOf(e));
    }
    return Optional.empty();
  }

  private static void failed(String id, Place place, Faults faults, String how) {
    faults.add(
        FaultCode.PLUGIN_FAILED,
        place,
        "'%s' failed: %s".formatted(id, how),
        "this is a fault of the plugin, not of the study; please report it to its author");
  }
}
