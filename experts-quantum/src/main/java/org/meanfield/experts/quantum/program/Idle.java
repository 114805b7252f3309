package org.meanfield.experts.quantum.program;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Working storage that is not in use, for whoever needs some next, on any thread. Nothing is
/// allocated but the storage itself.
///
/// @param <T> kind of storage
public final class Idle<T> {
  /// More threads than this at once and some storage is made anew.
  private static final int MOST = 64;

  private final AtomicReferenceArray<@Nullable T> places = new AtomicReferenceArray<>(MOST);
  private final Supplier<T> fresh;

  /// @param fresh makes one where none is idle
  public Idle(Supplier<T> fresh) {
    this.fresh = fresh;
  }

  /// {@return storage that nobody else uses until it is given back}
  public T borrow() {
    for (int i = 0; i < MOST; i++) {
      T idle = places.get(i) == null ? null : places.getAndSet(i, null);
      if (idle != null) {
        return idle;
      }
    }
    return fresh.get();
  }

  /// Takes storage back.
  ///
  /// @param used what was borrowed
  public void giveBack(T used) {
    for (int i = 0; i < MOST; i++) {
      if (places.get(i) == null && places.compareAndSet(i, null, used)) {
        return;
      }
    }
  }
}
