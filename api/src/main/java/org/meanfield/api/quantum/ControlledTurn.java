package org.meanfield.api.quantum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A generator as a turn under control, where it is one: G = a·P·Π_c ½(1 ± Z_c), − for a control
/// that acts on 1, P one letter; or, P the identity, G = −2a·Π_c ½(1 − Z_c) up to a multiple of the
/// identity, the phase e^{i·a·angle} on |1…1⟩.
///
/// @param target P: one letter, the identity for a phase; without controls any string
/// @param controls which qubits decide, and whether they act on 1
/// @param scale a
record ControlledTurn(PauliString target, SortedMap<Integer, Boolean> controls, double scale) {
  static Optional<ControlledTurn> of(PauliSum generator) {
    List<PauliSum.Term> terms =
        generator.terms().stream().filter(t -> !t.string().isIdentity()).toList();
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    int qubits = generator.qubits();
    long x = terms.getFirst().string().x();
    long common = -1;
    long any = 0;
    Map<Long, Double> byMask = new HashMap<>();
    for (PauliSum.Term term : terms) {
      if (term.string().x() != x) {
        return Optional.empty();
      }
      common &= term.string().z();
      any |= term.string().z();
      byMask.put(term.string().z(), term.coefficient());
    }
    long controls = any & ~common;
    int count = Long.bitCount(controls);
    boolean phase = x == 0 && common == 0;
    PauliString target = new PauliString(qubits, x, common);
    boolean oneLetter = Long.bitCount(x | common) == 1;
    if ((controls & x) != 0
        || count > 16
        || terms.size() != (1 << count) - (phase ? 1 : 0)
        || (count > 0 && !phase && !oneLetter)) {
      return Optional.empty();
    }
    // Σ_S over subsets S of the controls of a/2^k Π_{c∈S} σ_c; without the empty one for a phase.
    long lowest = Long.lowestOneBit(controls);
    double base = phase ? -byMask.getOrDefault(lowest, 0.0) : byMask.getOrDefault(common, 0.0);
    SortedMap<Integer, Boolean> acts = new TreeMap<>();
    Map<Long, Double> signs = new HashMap<>();
    for (long rest = controls; rest != 0; rest &= rest - 1) {
      long bit = Long.lowestOneBit(rest);
      double sign = byMask.getOrDefault(common | bit, 0.0) / base;
      signs.put(bit, sign);
      acts.put(qubits - 1 - Long.numberOfTrailingZeros(bit), sign < 0);
    }
    for (Map.Entry<Long, Double> entry : byMask.entrySet()) {
      double expected = base;
      for (long rest = entry.getKey() & controls; rest != 0; rest &= rest - 1) {
        expected *= signs.getOrDefault(Long.lowestOneBit(rest), 0.0);
      }
      boolean unit = signs.values().stream().allMatch(s -> Math.abs(s) == 1);
      if (entry.getValue() != expected || !unit) {
        return Optional.empty();
      }
    }
    if (phase && acts.containsValue(false)) {
      return Optional.empty();
    }
    double whole = base * (1 << count);
    return Optional.of(new ControlledTurn(target, acts, phase ? -whole / 2 : whole));
  }
}
