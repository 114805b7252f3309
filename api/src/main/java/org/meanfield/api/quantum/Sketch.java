package org.meanfield.api.quantum;

import java.util.SortedMap;

/// One gate as it is drawn, on all wires from its first to its last.
sealed interface Sketch {
  /// Whether data, parameters, both or neither turn it, or whether it is noise.
  enum Kind {
    FIXED,
    DATA,
    TRAINED,
    NOISE
  }

  /// Signs on wires, joined by a line that crosses the wires between.
  ///
  /// @param kind what turns it
  /// @param marks at least one, by qubit
  record Linked(Kind kind, SortedMap<Integer, Mark> marks) implements Sketch {
    @Override
    public int first() {
      return marks.firstKey();
    }

    @Override
    public int last() {
      return marks.lastKey();
    }
  }

  /// A box across several wires; those that are not its own run through it.
  ///
  /// @param kind what turns it
  /// @param ports what stands on each of its own wires, at least two, by qubit
  /// @param label what it is
  record Block(Kind kind, SortedMap<Integer, String> ports, String label) implements Sketch {
    @Override
    public int first() {
      return ports.firstKey();
    }

    @Override
    public int last() {
      return ports.lastKey();
    }
  }

  /// A sign on a wire.
  sealed interface Mark {
    /// A box around a text.
    record Box(String label) implements Mark {}

    /// The gate acts where the qubit is 1, or 0.
    record Dot(boolean one) implements Mark {}

    /// The qubit is flipped.
    record Plus() implements Mark {}

    /// The qubit is exchanged.
    record Cross() implements Mark {}
  }

  /// {@return what turns it}
  Kind kind();

  /// {@return the topmost wire}
  int first();

  /// {@return the lowest wire}
  int last();
}
