package org.meanfield.transport.cost;

/// A running sum that carries the digits lost by every addition: the error of Σ tᵢ is one rounding
/// of the result plus O(n ε²) Σ |tᵢ|, instead of O(n ε) Σ |tᵢ|.
///
/// Certificates subtract two sums of nearly the same size, so their round-off must not grow with
/// the number of points.
///
/// **Reference.** A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher
/// Summen*, ZAMM 54, 39–51 (1974).
public final class CompensatedSum {
  private double sum;
  private double lost;

  public void add(double term) {
    double next = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
  }

  public double value() {
    return sum + lost;
  }
}
