package org.meanfield.experts.quantum.pauli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.meanfield.api.quantum.Elementary.Drive;
import org.meanfield.api.quantum.Encoding;
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
/// A rotation by features among those of parameters makes *labelled* strings, see [Reuploads].
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

  /// With labels, more strings or coefficients are too many: their means take as many numbers as
  /// there are strings for each input, and one state per pair is soon less work.
  static final int MOST_LABELLED = 1 << 17;

  /// The angle that stands for those of labelled rotations in the trained part: both strings get
  /// the coefficient, divided by √2. [PauliLayer#gain] makes that good.
  static final Drive BRANCHING = new Drive.Data(Encoding.constant(Math.PI / 4));

  /// There are more strings or coefficients than the limits allow.
  static final class TooMany extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;

    TooMany(int strings, int coefficients) {
      super(null, null, false, false);
      sentence =
          "the observable spreads over too many Pauli strings (> %d) or takes too many coefficients (> %d)"
              .formatted(strings, coefficients);
    }

    /// {@return what is too many}
    String sentence() {
      return sentence;
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

  /// Strings that were replaced by labelled ones and did not come back.
  private final BitSet replaced = new BitSet();

  private long coefficients;
  private final int mostStrings;
  private final int mostCoefficients;

  /// @param parts what acts first, and what acts then: the first part of the propagation
  /// @param observable the strings to begin with: string t is that of term t
  /// @throws TooMany if the limits are passed
  PauliPropagation(Reuploads parts, PauliSum observable) throws TooMany {
    List<Rotation> rotations = new ArrayList<>(RotationProgram.rotations(parts.prefix()));
    rotations.addAll(RotationProgram.rotations(parts.trained()));
    boolean labels = parts.qubits() > parts.firstLabel();
    this.mostStrings = labels ? MOST_LABELLED : MOST_STRINGS;
    this.mostCoefficients = labels ? MOST_LABELLED : MOST_COEFFICIENTS;
    this.vanishing = new VanishingStrings(parts.qubits(), rotations);
    int turned = layer(parts.trained().reversed(), 0, parts.firstLabel());
    this.cut = layers.size();
    layer(parts.prefix().reversed(), turned, -1);
    for (PauliSum.Term term : observable.terms()) {
      activate(strings.add(term.string().x(), term.string().z()));
    }
    this.terms = strings.count();
    forget(rotations.size());
    for (PauliLayer layer : layers) {
      int[] inputs = Arrays.copyOf(active, actives);
      if (layer.isLabelled()) {
        label(layer, inputs, rotations.size() - layer.first() - layer.size());
        continue;
      }
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
  ///
  /// @param firstLabel the bit of the first label, or −1 if rotations by features get none
  private int layer(List<Step> propagated, int first, int firstLabel) {
    int next = first;
    int label = firstLabel;
    PauliLayer layer = new PauliLayer(next, -1);
    layers.add(layer);
    for (Step step : propagated) {
      switch (step) {
        case Rotation rotation -> {
          boolean labelled = firstLabel >= 0 && rotation.drive().encodes();
          if (labelled != layer.isLabelled() || !layer.accepts(rotation)) {
            layer = new PauliLayer(next, labelled ? label : -1);
            layer.accepts(rotation);
            layers.add(layer);
          }
          next++;
          label += labelled ? 1 : 0;
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
        boolean there = partner >= 0 && !replaced.get(partner) && !vanishes(partner, k + 1);
        if (!there && !vanishing.contains(k, x, z)) {
          activate(partner >= 0 ? partner : strings.add(x, z));
          replaced.clear(strings.find(x, z));
        }
        requireFew(coefficients + actives);
      }
    }
  }

  private void requireFew(long all) throws TooMany {
    if (strings.count() > mostStrings || all > mostCoefficients) {
      throw new TooMany(mostStrings, mostCoefficients);
    }
  }

  /// Moves the active strings back through a layer of labelled rotations, with k rotations before
  /// it. A string is replaced by others, and only it makes these: their labels tell which it was.
  private void label(PauliLayer layer, int[] inputs, int k) throws TooMany {
    actives = 0;
    for (int s : inputs) {
      long edges = layer.edges(strings, s);
      if (edges == 0) {
        activate(s);
        continue;
      }
      requireFew(coefficients + (1L << Math.min(Long.bitCount(edges), Integer.SIZE)));
      List<Member> outputs = new ArrayList<>();
      long moved = 0;
      do {
        long[] masks = layer.labelled(strings, s, edges, moved);
        if (!vanishing.contains(k, masks[0], masks[1])) {
          int made = strings.add(masks[0], masks[1]);
          outputs.add(new Member(made, moved));
          activate(made);
        }
        moved = (moved - edges) & edges;
      } while (moved != 0);
      replaced.set(s);
      layer.add(new PauliOrbit(edges, List.of(new Member(s, 0)), outputs));
      coefficients += outputs.size();
      requireFew(coefficients);
    }
    forget(k);
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
