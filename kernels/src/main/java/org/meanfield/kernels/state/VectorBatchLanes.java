package org.meanfield.kernels.state;

import static jdk.incubator.vector.DoubleVector.fromArray;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.meanfield.kernels.pauli.VectorAngles;

/// The kernels on the Vector API.
///
/// Here and in the other classes of this package vectors go through the JDK's own methods alone:
/// those are inlined always. A method of ours that takes or returns a vector is a call wherever the
/// compiler's profile has it as rare, and then puts the vector on the heap.
final class VectorBatchLanes implements BatchLanes {
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() <= LANES
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_512;
  static final int WIDTH = SPECIES.length();

  /// {@return all bits set if the sign of row r is −1, else 0}
  private static int swap(int r, int z, int turn) {
    return -((Integer.bitCount(r & z) + turn) & 1);
  }

  @Override
  public void broadcast(int rows, double[] numbers, int n, double[] to, int t) {
    for (int b = 0; b < rows; b++) {
      DoubleVector row = DoubleVector.broadcast(SPECIES, numbers[n + b]);
      for (int lane = 0; lane < LANES; lane += WIDTH) {
        row.intoArray(to, t + b * LANES + lane);
      }
    }
  }

  @Override
  public void sineCosine(/* wide */ double[] angles, int from, /* wide */ double[] trig, int to) {
    VectorAngles.sineCosine(angles, from, LANES, trig, to, to + LANES);
  }

  @Override
  public void addAngles(
      int states,
      /* wide */ double[] trig,
      int at,
      /* wide */ double[] other,
      int o,
      int otherStep,
      double[] tangents,
      int t,
      int tangentStep,
      /* wide */ double[] products,
      int p) {
    VectorAngles.add(
        LANES, states, trig, at, other, o, otherStep, tangents, t, tangentStep, products, p);
  }

  @Override
  public void scale(int rows, double[] factors, int at, double[] to, int t) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector factor = fromArray(SPECIES, factors, at + lane);
      for (int i = t + lane; i < t + rows * LANES; i += LANES) {
        fromArray(SPECIES, to, i).mul(factor).intoArray(to, i);
      }
    }
  }

  @Override
  public void turn(
      AxisBlock block,
      boolean back,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      double[] tangents,
      int at,
      int step) {
    VectorTurns.turn(block, states, back, from, f, to, t, tangents, at, step);
  }

  @Override
  public void turnShared(
      AxisBlock block,
      int states,
      double[] numbers,
      int n,
      double[] to,
      int t,
      double[] tangents,
      int at) {
    if (block.size() > 2 && block.form == AxisBlock.Form.NEAR) {
      VectorTurns.turnShared(block, states, numbers, n, to, t, tangents, at);
    } else {
      broadcast(states * block.amplitudes(), numbers, n, to, t);
      VectorTurns.turn(block, states, false, to, t, to, t, tangents, at, 0);
    }
  }

  @Override
  public void overlap(
      AxisBlock block,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      double[] sums,
      int at) {
    VectorOverlaps.overlap(block, states, lambda, l, psi, p, sums, at);
  }

  @Override
  public void multiply(
      int amplitudes,
      boolean real,
      boolean conjugate,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      int plane,
      double[] diagonal,
      int at) {
    int size = amplitudes * LANES;
    double sense = conjugate ? -1 : 1;
    for (int state = 0; state < states; state++) {
      int source = f + state * size;
      int target = t + state * size;
      if (real) {
        for (int i = 0; i < size; i += WIDTH) {
          DoubleVector a = fromArray(SPECIES, from, source + i);
          fromArray(SPECIES, diagonal, at + i).mul(a).intoArray(to, target + i);
          fromArray(SPECIES, diagonal, at + size + i)
              .mul(sense)
              .mul(a)
              .intoArray(to, target + plane + i);
        }
      } else {
        for (int i = 0; i < size; i += WIDTH) {
          DoubleVector c = fromArray(SPECIES, diagonal, at + i);
          DoubleVector s = fromArray(SPECIES, diagonal, at + size + i).mul(sense);
          DoubleVector a = fromArray(SPECIES, from, source + i);
          DoubleVector b = fromArray(SPECIES, from, source + plane + i);
          c.fma(a, s.neg().mul(b)).intoArray(to, target + i);
          c.fma(b, s.mul(a)).intoArray(to, target + plane + i);
        }
      }
    }
  }

  @Override
  public void multiplyBack(
      int amplitudes,
      boolean real,
      int states,
      double[] lambda,
      int l,
      double[] psi,
      int p,
      int plane,
      double[] diagonal,
      int at,
      double[] sums,
      int s) {
    int size = amplitudes * LANES;
    for (int state = 0; state < states; state++) {
      int here = l + state * size;
      int other = p + state * size;
      if (real) {
        for (int i = 0; i < size; i += WIDTH) {
          DoubleVector cos = fromArray(SPECIES, diagonal, at + i);
          DoubleVector sin = fromArray(SPECIES, diagonal, at + size + i);
          DoubleVector a = fromArray(SPECIES, lambda, here + i);
          DoubleVector b = fromArray(SPECIES, lambda, here + plane + i);
          DoubleVector im = cos.fma(b, sin.neg().mul(a));
          DoubleVector sum =
              im.neg().fma(fromArray(SPECIES, psi, other + i), fromArray(SPECIES, sums, s + i));
          cos.fma(a, sin.mul(b)).intoArray(lambda, here + i);
          sum.intoArray(sums, s + i);
        }
      } else {
        for (int i = 0; i < size; i += WIDTH) {
          DoubleVector cos = fromArray(SPECIES, diagonal, at + i);
          DoubleVector sin = fromArray(SPECIES, diagonal, at + size + i);
          DoubleVector a = fromArray(SPECIES, lambda, here + i);
          DoubleVector b = fromArray(SPECIES, lambda, here + plane + i);
          DoubleVector re = cos.fma(a, sin.mul(b));
          DoubleVector im = cos.fma(b, sin.neg().mul(a));
          DoubleVector sum =
              im.neg().fma(fromArray(SPECIES, psi, other + i), fromArray(SPECIES, sums, s + i));
          sum = re.fma(fromArray(SPECIES, psi, other + plane + i), sum);
          re.intoArray(lambda, here + i);
          im.intoArray(lambda, here + plane + i);
          sum.intoArray(sums, s + i);
        }
      }
    }
  }

  @Override
  public void multiplyShared(
      int amplitudes,
      boolean real,
      boolean conjugate,
      int states,
      double[] from,
      int f,
      double[] to,
      int t,
      int plane,
      double[] diagonal,
      int at,
      int step) {
    double sense = conjugate ? -1 : 1;
    for (int state = 0; state < states; state++) {
      int u = at + state * step;
      for (int b = 0; b < amplitudes; b++) {
        double c = diagonal[u + b];
        double s = sense * diagonal[u + amplitudes + b];
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          int i = (state * amplitudes + b) * LANES + lane;
          DoubleVector re = fromArray(SPECIES, from, f + i);
          if (real) {
            re.mul(c).intoArray(to, t + i);
            re.mul(s).intoArray(to, t + plane + i);
          } else {
            DoubleVector im = fromArray(SPECIES, from, f + plane + i);
            DoubleVector cos = DoubleVector.broadcast(SPECIES, c);
            DoubleVector sin = DoubleVector.broadcast(SPECIES, s);
            cos.fma(re, sin.neg().mul(im)).intoArray(to, t + i);
            cos.fma(im, sin.mul(re)).intoArray(to, t + plane + i);
          }
        }
      }
    }
  }

  @Override
  public void sign(
      int amplitudes, int states, double[] from, int f, double[] to, int t, double[] signs) {
    for (int state = 0; state < states; state++) {
      for (int b = 0; b < amplitudes; b++) {
        for (int lane = 0; lane < LANES; lane += WIDTH) {
          int i = (state * amplitudes + b) * LANES + lane;
          fromArray(SPECIES, from, f + i).mul(signs[b]).intoArray(to, t + i);
        }
      }
    }
  }

  @Override
  public void sum(PauliAxis axis, double[] rows, int r, double[] sums, int at) {
    int z = axis.z();
    int phase = axis.phase();
    int n = axis.amplitudes();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int b = 0; b < n; b++) {
        sum =
            sum.add(fromArray(SPECIES, rows, r + b * LANES + lane).mul(1 + 2 * swap(b, z, phase)));
      }
      fromArray(SPECIES, sums, at + lane).add(sum).intoArray(sums, at + lane);
    }
  }

  @Override
  public void spread(PauliAxis axis, double[] factors, int at, double[] rows, int r) {
    int z = axis.z();
    int phase = axis.phase();
    int n = axis.amplitudes();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector factor = fromArray(SPECIES, factors, at + lane);
      for (int b = 0; b < n; b++) {
        int i = r + b * LANES + lane;
        fromArray(SPECIES, rows, i).add(factor.mul(1 + 2 * swap(b, z, phase))).intoArray(rows, i);
      }
    }
  }

  @Override
  public void expectation(
      int amplitudes,
      boolean real,
      int states,
      double[] weights,
      int w,
      double[] psi,
      int p,
      int plane,
      double[] sums,
      int at) {
    int size = amplitudes * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int source = p + state * size;
        int to = at + state * LANES + lane;
        DoubleVector sum = DoubleVector.zero(SPECIES);
        if (real) {
          for (int i = lane; i < size; i += LANES) {
            DoubleVector re = fromArray(SPECIES, psi, source + i);
            sum = fromArray(SPECIES, weights, w + i).fma(re.mul(re), sum);
          }
          fromArray(SPECIES, sums, to).add(sum).intoArray(sums, to);
        } else {
          for (int i = lane; i < size; i += LANES) {
            DoubleVector re = fromArray(SPECIES, psi, source + i);
            DoubleVector im = fromArray(SPECIES, psi, source + plane + i);
            sum = fromArray(SPECIES, weights, w + i).fma(im.fma(im, re.mul(re)), sum);
          }
          fromArray(SPECIES, sums, to).add(sum).intoArray(sums, to);
        }
      }
    }
  }

  @Override
  public void weigh(
      int amplitudes,
      boolean real,
      int states,
      double[] residual,
      int j,
      double[] weights,
      int w,
      double[] psi,
      int p,
      double[] lambda,
      int l,
      int plane,
      double[] sums,
      int s) {
    int size = amplitudes * LANES;
    for (int each = 0; each < states * LANES; each += WIDTH) {
      int lane = each % LANES;
      int source = p + each / LANES * size;
      int target = l + each / LANES * size;
      DoubleVector r = fromArray(SPECIES, residual, j + each);
      if (real) {
        for (int i = lane; i < size; i += LANES) {
          DoubleVector re = fromArray(SPECIES, psi, source + i);
          DoubleVector weighted = fromArray(SPECIES, weights, w + i).mul(r).mul(re);
          DoubleVector sum = re.mul(re).fma(r, fromArray(SPECIES, sums, s + i));
          weighted.intoArray(lambda, target + i);
          sum.intoArray(sums, s + i);
        }
      } else {
        for (int i = lane; i < size; i += LANES) {
          DoubleVector factor = fromArray(SPECIES, weights, w + i).mul(r);
          DoubleVector re = fromArray(SPECIES, psi, source + i);
          DoubleVector im = fromArray(SPECIES, psi, source + plane + i);
          DoubleVector sum = im.fma(im, re.mul(re)).fma(r, fromArray(SPECIES, sums, s + i));
          factor.mul(re).intoArray(lambda, target + i);
          factor.mul(im).intoArray(lambda, target + plane + i);
          sum.intoArray(sums, s + i);
        }
      }
    }
  }

  @Override
  public void means(AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    VectorObservables.means(block, states, psi, p, means, at);
  }

  @Override
  public void contract(
      int strings,
      int states,
      double[] factors,
      int c,
      double[] means,
      int m,
      double[] sums,
      int at) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int state = 0; state < states; state++) {
        int to = at + state * LANES + lane;
        DoubleVector sum = fromArray(SPECIES, sums, to);
        for (int i = 0; i < strings; i++) {
          int from = m + (state * strings + i) * LANES + lane;
          sum =
              fromArray(SPECIES, factors, c + i * LANES + lane)
                  .fma(fromArray(SPECIES, means, from), sum);
        }
        sum.intoArray(sums, to);
      }
    }
  }

  @Override
  public void accumulate(
      int strings,
      int states,
      double[] residual,
      int j,
      double[] means,
      int m,
      double[] sums,
      int at) {
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      for (int i = 0; i < strings; i++) {
        int to = at + i * LANES + lane;
        DoubleVector sum = fromArray(SPECIES, sums, to);
        for (int state = 0; state < states; state++) {
          DoubleVector r = fromArray(SPECIES, residual, j + state * LANES + lane);
          sum = fromArray(SPECIES, means, m + (state * strings + i) * LANES + lane).fma(r, sum);
        }
        sum.intoArray(sums, to);
      }
    }
  }

  @Override
  public void observe(
      AxisBlock block,
      int states,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l) {
    VectorObservables.observe(block, states, residual, j, factors, c, psi, p, lambda, l);
  }

  @Override
  public void addPauli(
      PauliAxis axis,
      double[] residual,
      int j,
      double[] factors,
      int c,
      double[] psi,
      int p,
      double[] lambda,
      int l,
      int plane) {
    int n = axis.amplitudes();
    boolean imaginary = axis.isImaginary();
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector factor =
          fromArray(SPECIES, factors, c + lane).mul(fromArray(SPECIES, residual, j + lane));
      for (int b = 0; b < n; b++) {
        DoubleVector w = factor.mul(1 + 2 * swap(b, axis.z(), axis.phase()));
        int i = p + b * LANES + lane;
        int k = l + (b ^ axis.x()) * LANES + lane;
        DoubleVector re = fromArray(SPECIES, psi, i);
        DoubleVector im = fromArray(SPECIES, psi, i + plane);
        w.fma(imaginary ? im.neg() : re, fromArray(SPECIES, lambda, k)).intoArray(lambda, k);
        w.fma(imaginary ? re : im, fromArray(SPECIES, lambda, k + plane))
            .intoArray(lambda, k + plane);
      }
    }
  }

  @Override
  public void dot(
      int amplitudes, double[] lambda, int l, double[] psi, int p, double[] sums, int at) {
    int size = amplitudes * LANES;
    for (int lane = 0; lane < LANES; lane += WIDTH) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int i = lane; i < size; i += LANES) {
        sum = fromArray(SPECIES, lambda, l + i).fma(fromArray(SPECIES, psi, p + i), sum);
      }
      fromArray(SPECIES, sums, at + lane).add(sum).intoArray(sums, at + lane);
    }
  }

  @Override
  public void gram(
      int amplitudes,
      int states,
      double[] left,
      int l,
      double[] right,
      int r,
      double[] sums,
      int at) {
    VectorGram.add(amplitudes, states, left, l, right, r, sums, at);
  }
}
