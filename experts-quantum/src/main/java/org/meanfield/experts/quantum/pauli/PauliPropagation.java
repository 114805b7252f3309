package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.meanfield.api.quantum.PauliSum;
import org.meanfield.experts.quantum.pauli.PauliOrbit.Member;
import org.meanfield.experts.quantum.program.RotationProgram;
import org.meanfield.experts.quantum.program.RotationProgram.Rotation;
import org.meanfield.experts.quantum.program.RotationProgram.Shrinkage;
import org.meanfield.experts.quantum.program.RotationProgram.Step;
import org.meanfield.experts.quantum.program.SignedPauli;

/// Which strings the observable becomes as it is moved back through the rotations, the last one
/// first: exact integers, no angles.
///
/// exp(iθA/2) Q exp(−iθA/2) is Q where A and Q commute, else cos θ Q + sin θ (−iQA), and −iQA = ±Q′
/// is a string: the coefficients of Q and Q′ turn in a plane. Neighbouring rotations that commute
/// are taken together, [PauliLayer] by layer, and in each the strings fall into [PauliOrbit]s.
///
/// A Pauli channel multiplies each string by a constant and makes no others: nothing to propagate,
/// [CubeWriter] sees to it.
///
/// A string *matters* if it can reach one of I and Z alone, the only ones with a mean in |0…0⟩;
/// what does not matter is neither computed nor stored.
///
/// **Reference.** P. Rall, D. Liang, J. Cook, W. Kretschmer, *Simulation of qubit quantum circuits
/// via Pauli propagation*, Phys. Rev. A 99, 062337 (2019), section III.
final class PauliPropagation {
  /// More strings than this are too many.
  static final int MOST_STRINGS = 1 << 20;

  /// More coefficients than this, counted anew after each layer that turns them, are too many.
  static final int MOST_COEFFICIENTS = 1 << 23;

  /// There are more strings or coefficients than the limits allow.
  static final class TooMany extends Exception {
    private static final long serialVersionUID = 1;

    TooMany() {
      super(null, null, false, false);
    }
  }

  private final PauliStringIndex strings = new PauliStringIndex();
  private final VanishingStrings vanishing;

  /// In the order of propagation.
  private final List<PauliLayer> layers = new ArrayList<>();

  /// The first layer after the cut.
  private final int cut;

  private final int terms;

  /// Strings that are there and do not vanish.
  private int[] active = new int[64];

  private int actives;

  private long coefficients;

  /// @param qubits m
  /// @param encoded what acts first, in order
  /// @param trained what acts then: the first part of the propagation
  /// @param observable the strings to begin with: string t is that of term t
  /// @throws TooMany if the limits are passed
  PauliPropagation(int qubits, List<Step> encoded, List<Step> trained, PauliSum observable)
      throws TooMany {
    List<Rotation> rotations = new ArrayList<>(RotationProgram.rotations(encoded));
    rotations.addAll(RotationProgram.rotations(trained));
    this.vanishing = new VanishingStrings(qubits, rotations);
    int turned = layer(trained.reversed(), 0);
    this.cut = layers.size();
    layer(encoded.reversed(), turned);
    for (PauliSum.Term term : observable.terms()) {
      activate(strings.add(term.string().x(), term.string().z()));
    }
    this.terms = strings.count();
    forget(rotations.size());
    for (PauliLayer layer : layers) {
      int[] inputs = Arrays.copyOf(active, actives);
      for (int q = 0; q < layer.size(); q++) {
        int before = rotations.size() - 1 - layer.first() - q;
        turn(layer.axis(q), before);
        forget(before);
      }
      layer.sort(strings, inputs, Arrays.copyOf(active, actives));
      for (PauliOrbit orbit : layer.orbits()) {
        coefficients += orbit.outputs().size();
      }
    }
  }

  /// Adds the layers of a part; returns the number of the rotation after it in the order of
  /// propagation.
  private int layer(List<Step> propagated, int first) {
    int next = first;
    PauliLayer layer = new PauliLayer(next);
    layers.add(layer);
    for (Step step : propagated) {
      switch (step) {
        case Rotation rotation -> {
          if (!layer.accepts(rotation)) {
            layer = new PauliLayer(next);
            layer.accepts(rotation);
            layers.add(layer);
          }
          next++;
        }
        case Shrinkage shrinkage -> layer.add(shrinkage);
      }
    }
    return next;
  }

  private void activate(int s) {
    if (actives == active.length) {
      active = Arrays.copyOf(active, 2 * actives);
    }
    active[actives++] = s;
  }

  /// Drops the strings that vanish with R₁ … R_k before them. They never come back: with fewer
  /// rotations still more strings vanish.
  private void forget(int k) {
    int kept = 0;
    for (int i = 0; i < actives; i++) {
      if (!vanishes(active[i], k)) {
        active[kept++] = active[i];
      }
    }
    actives = kept;
  }

  private boolean vanishes(int s, int k) {
    return vanishing.contains(k, strings.x(s), strings.z(s));
  }

  /// Moves the active strings back through R_{k+1}.
  private void turn(SignedPauli axis, int k) throws TooMany {
    int present = actives;
    for (int i = 0; i < present; i++) {
      int s = active[i];
      if (strings.anticommutes(s, axis.string())) {
        long x = strings.x(s) ^ axis.string().x();
        long z = strings.z(s) ^ axis.string().z();
        int partner = strings.find(x, z);
        boolean there = partner >= 0 && !vanishes(partner, k + 1);
        if (!there && !vanishing.contains(k, x, z)) {
          activate(strings.add(x, z));
        }
        if (strings.count() > MOST_STRINGS || coefficients + actives > MOST_COEFFICIENTS) {
          throw new TooMany();
        }
      }
    }
  }

  /// {@return the tables of the first `steps` rotations in the order of propagation, and of the
  /// others}
  ///
  /// @param angles per rotation in the order of propagation, the number of its angle in its part
  /// @param trained how many angles the first part has
  /// @param encoded how many the second has
  List<PauliPart> parts(int[] angles, int trained, int encoded) {
    BitSet matter = new BitSet();
    for (int i = 0; i < actives; i++) {
      matter.set(active[i]);
    }
    int[] last = matter.stream().toArray();
    need(matter, layers.subList(cut, layers.size()));
    int[] middle = matter.stream().toArray();
    need(matter, layers.subList(0, cut));
    int[] first = matter.stream().toArray();
    double[] factors = new double[strings.count()];
    Arrays.fill(factors, 0, terms, 1);
    CubeWriter one = new CubeWriter(strings, angles, trained, factors, first);
    PauliPart part = one.part(layers.subList(0, cut), middle);
    CubeWriter other = new CubeWriter(strings, angles, encoded, factors, part.ends);
    return List.of(part, other.part(layers.subList(cut, layers.size()), last));
  }

  /// Goes back from the strings that matter after some layers to those that matter before: all of
  /// an orbit reach all of it.
  private static void need(BitSet matter, List<PauliLayer> some) {
    for (PauliLayer layer : some.reversed()) {
      List<PauliOrbit> kept = new ArrayList<>();
      for (PauliOrbit orbit : layer.orbits()) {
        List<Member> needed = orbit.outputs().stream().filter(m -> matter.get(m.string())).toList();
        if (!needed.isEmpty()) {
          orbit.outputs().forEach(m -> matter.clear(m.string()));
          orbit.inputs().forEach(m -> matter.set(m.string()));
          kept.add(new PauliOrbit(orbit.edges(), orbit.inputs(), needed));
        }
      }
      layer.keep(kept);
    }
  }
}
