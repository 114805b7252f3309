package org.meanfield.api.quantum;

import java.util.ArrayList;
import java.util.List;

/// The gaps between eigenvalues of a sum G = Σ_t c_t P_t of commuting Pauli strings.
///
/// Commuting strings are products, up to a sign, of r independent ones, whose signs are free: every
/// choice of them is a common eigenspace.
final class Spectrum {
  /// What is left by Euclid's algorithm is zero below this part of the larger number.
  private static final double COMMENSURABLE = 1e-9;

  /// With more independent strings than this the spectrum is not listed.
  private static final int MOST_INDEPENDENT = 12;

  private record Signed(PauliString string, boolean negative, int combination) {}

  private Spectrum() {}

  /// {@return half the greatest common divisor of all gaps: exp(−iθG/2) enters expectation values
  /// with frequencies that are multiples of it; 0 if G has one eigenvalue, NaN if the gaps have no
  /// common divisor}
  ///
  /// Where the strings depend on more than 12 independent ones, a divisor of it: that of the
  /// coefficients.
  static double halfGap(PauliSum generator) {
    List<PauliSum.Term> terms =
        generator.terms().stream()
            .filter(t -> !t.string().isIdentity() && t.coefficient() != 0)
            .toList();
    List<Signed> basis = new ArrayList<>();
    List<Signed> products = new ArrayList<>();
    for (PauliSum.Term term : terms) {
      Signed rest = reduced(new Signed(term.string(), false, 0), basis);
      if (!rest.string().isIdentity()) {
        if (basis.size() == MOST_INDEPENDENT) {
          return divisor(terms.stream().map(PauliSum.Term::coefficient).toList());
        }
        // The term itself is the next independent string; what reduces it goes into its place.
        int own = 1 << basis.size();
        basis.add(new Signed(rest.string(), rest.negative(), rest.combination() | own));
        products.add(new Signed(term.string(), false, own));
      } else {
        products.add(new Signed(term.string(), rest.negative(), rest.combination()));
      }
    }
    double[] eigenvalues = new double[1 << basis.size()];
    for (int signs = 0; signs < eigenvalues.length; signs++) {
      for (int t = 0; t < terms.size(); t++) {
        Signed product = products.get(t);
        boolean odd = (Integer.bitCount(signs & product.combination()) & 1) != 0;
        eigenvalues[signs] += (odd != product.negative() ? -1 : 1) * terms.get(t).coefficient();
      }
    }
    List<Double> gaps = new ArrayList<>();
    double scale = terms.stream().mapToDouble(t -> Math.abs(t.coefficient())).sum();
    for (double eigenvalue : eigenvalues) {
      double half = Math.abs(eigenvalue - eigenvalues[0]) / 2;
      if (half > 1e-12 * scale) {
        gaps.add(half);
      }
    }
    return divisor(gaps);
  }

  /// Multiplies by basis strings as long as that makes the string simpler; no two of them are
  /// equally simple, so only products of them end at the identity.
  private static Signed reduced(Signed string, List<Signed> basis) {
    Signed rest = string;
    for (int b = 0; b < basis.size(); b++) {
      Signed product = product(rest, basis.get(b));
      if (leading(product.string()) < leading(rest.string())) {
        rest = product;
        b = -1;
      }
    }
    return rest;
  }

  /// The place of the highest letter; smaller is simpler, −1 for the identity.
  private static int leading(PauliString string) {
    int x = 63 - Long.numberOfLeadingZeros(string.x());
    int z = 63 - Long.numberOfLeadingZeros(string.z());
    return x >= 0 ? 64 + x : z;
  }

  /// (i^{|x∧z|} X^x Z^z)(i^{|x′∧z′|} X^{x′} Z^{z′}) with X^x Z^z X^{x′} Z^{z′} = (−1)^{|z∧x′|}
  /// X^{x⊕x′} Z^{z⊕z′}.
  private static Signed product(Signed a, Signed b) {
    long x = a.string().x() ^ b.string().x();
    long z = a.string().z() ^ b.string().z();
    int quarterTurns =
        Long.bitCount(a.string().x() & a.string().z())
            + Long.bitCount(b.string().x() & b.string().z())
            - Long.bitCount(x & z)
            + 2 * Long.bitCount(a.string().z() & b.string().x());
    boolean negative = Math.floorMod(quarterTurns, 4) == 2;
    return new Signed(
        new PauliString(a.string().qubits(), x, z),
        a.negative() ^ b.negative() ^ negative,
        a.combination() ^ b.combination());
  }

  /// {@return the greatest common divisor of |a| over a list; 0 if all are 0, NaN if there is none}
  static double divisor(List<Double> numbers) {
    double divisor = 0;
    for (double number : numbers) {
      double greater = Math.max(divisor, Math.abs(number));
      double smaller = Math.min(divisor, Math.abs(number));
      double negligible = COMMENSURABLE * greater;
      // Euclid's algorithm; of incommensurable numbers only rounding errors are left.
      while (smaller > negligible) {
        double rest = Math.abs(Math.IEEEremainder(greater, smaller));
        greater = smaller;
        smaller = rest;
      }
      if (greater < 1e3 * negligible) {
        return Double.NaN;
      }
      divisor = greater;
    }
    return divisor;
  }
}
