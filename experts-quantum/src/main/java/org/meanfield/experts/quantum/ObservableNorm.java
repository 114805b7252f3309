package org.meanfield.experts.quantum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meanfield.api.quantum.PauliString;
import org.meanfield.api.quantum.PauliSum;

/// The operator norm ‖O‖ of a Pauli sum, which bounds |f|.
///
/// Exact where structure or size allows it, else Σ|c|:
///
/// - anticommuting strings: (Σ c_t P_t)² = Σ c_t², so ‖O‖ = √Σ c_t²;
/// - commuting strings: their common eigenvalues are the products of those of independent ones, ±1
///   each in all combinations, so ‖O‖ is a maximum over 2^rank signs;
/// - few qubits in its support: the largest eigenvalue of the matrix by size.
///
/// A multiple of the identity adds its size where the rest has a symmetric spectrum, as with
/// anticommuting strings, and is one more commuting string else.
final class ObservableNorm {
  /// Signs of at most so many independent strings are run through.
  private static final int MOST_RANK = 16;

  /// The matrix has at most 2^7 rows.
  private static final int MOST_SUPPORT = 7;

  private ObservableNorm() {}

  /// {@return ‖O‖, or Σ|c| ≥ ‖O‖ where it is not worth the work}
  ///
  /// @param observable O
  static double of(PauliSum observable) {
    double identity = 0;
    List<PauliSum.Term> terms = new ArrayList<>();
    for (PauliSum.Term term : observable.terms()) {
      if (term.string().isIdentity()) {
        identity += term.coefficient();
      } else if (term.coefficient() != 0) {
        terms.add(term);
      }
    }
    if (pairwise(terms, false)) {
      double squares = terms.stream().mapToDouble(t -> t.coefficient() * t.coefficient()).sum();
      return Math.abs(identity) + Math.sqrt(squares);
    }
    if (pairwise(terms, true)) {
      CommutingStrings strings = new CommutingStrings(terms);
      if (strings.rank() == terms.size()) {
        return observable.bound();
      }
      if (strings.rank() <= MOST_RANK) {
        return strings.largest(identity);
      }
    }
    long support = 0;
    for (PauliSum.Term term : terms) {
      support |= term.string().x() | term.string().z();
    }
    return Long.bitCount(support) <= MOST_SUPPORT
        ? new HermitianMatrix(observable, support).norm()
        : observable.bound();
  }

  private static boolean pairwise(List<PauliSum.Term> terms, boolean commute) {
    for (int a = 0; a < terms.size(); a++) {
      for (int b = 0; b < a; b++) {
        if (terms.get(a).string().commutesWith(terms.get(b).string()) != commute) {
          return false;
        }
      }
    }
    return true;
  }

  /// Commuting strings as signed products of independent ones.
  private static final class CommutingStrings {
    /// sign·string = P·Π over some independent strings, P the one at hand or one of them.
    private record Row(PauliString string, int sign, long factors) {
      Row times(Row other) {
        PauliString product =
            new PauliString(
                string.qubits(), string.x() ^ other.string.x(), string.z() ^ other.string.z());
        // X^x Z^z X^x′ Z^z′ = (−1)^{|z∧x′|} X^{x+x′} Z^{z+z′}, and a string is i^{|x∧z|} X^x Z^z.
        int power =
            Long.bitCount(string.x() & string.z())
                + Long.bitCount(other.string.x() & other.string.z())
                - Long.bitCount(product.x() & product.z())
                + 2 * Long.bitCount(string.z() & other.string.x());
        int turned = Math.floorMod(power, 4) == 0 ? 1 : -1;
        return new Row(product, sign * other.sign * turned, factors ^ other.factors);
      }

      /// The leading bit: those of X above those of Z.
      int lead() {
        return string.x() != 0
            ? 2 * Long.SIZE - Long.numberOfLeadingZeros(string.x())
            : Long.SIZE - Long.numberOfLeadingZeros(string.z());
      }

      boolean has(int bit) {
        return bit > Long.SIZE
            ? (string.x() >> (bit - Long.SIZE - 1) & 1) != 0
            : (string.z() >> (bit - 1) & 1) != 0;
      }
    }

    /// By falling leading bit, so that one pass reduces another string.
    private final List<Row> basis = new ArrayList<>();

    /// Per term, the independent strings it is the product of, and the sign times the coefficient.
    private final List<Long> factors = new ArrayList<>();

    private final List<Double> weights = new ArrayList<>();

    CommutingStrings(List<PauliSum.Term> terms) {
      for (PauliSum.Term term : terms) {
        Row row = new Row(term.string(), 1, 0);
        for (Row known : basis) {
          if (row.has(known.lead())) {
            row = row.times(known);
          }
        }
        if (row.string().isIdentity()) {
          // sign·P·Π = 1: P is sign times the product.
          factors.add(row.factors());
          weights.add(row.sign() * term.coefficient());
        } else {
          long own = 1L << basis.size();
          factors.add(own);
          weights.add(term.coefficient());
          basis.add(new Row(row.string(), row.sign(), row.factors() | own));
          basis.sort(Comparator.comparingInt(Row::lead).reversed());
        }
      }
    }

    int rank() {
      return basis.size();
    }

    double largest(double identity) {
      double most = 0;
      for (long signs = 0; signs < 1L << rank(); signs++) {
        double sum = identity;
        for (int t = 0; t < weights.size(); t++) {
          boolean odd = (Long.bitCount(factors.get(t) & signs) & 1) != 0;
          sum += odd ? -weights.get(t) : weights.get(t);
        }
        most = Math.max(most, Math.abs(sum));
      }
      return most;
    }
  }
}
