package org.meanfield.kernels.state;

import org.meanfield.kernels.pauli.Real;
import org.meanfield.kernels.pauli.SineCosine;

/// Plain loops: the scalar twin of [VectorBatchLanes].
final class PlainBatchLanes implements BatchLanes {
  @Override
  public void broadcast(int rows, double[] numbers, int n, double[] to, int t) {
    for (int i = 0; i < rows * LANES; i++) {
      to[t + i] = numbers[n + i / LANES];
    }
  }

  @Override
  public void sineCosine(/* wide */ double[] angles, int from, /* wide */ double[] trig, int to) {
    for (int lane = 0; lane < LANES; lane++) {
      SineCosine.compute(angles[from + lane], trig, to + lane, to + LANES + lane);
    }
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
    for (int state = 0; state < states; state++) {
      /* wide */ double cos = other[o + state * otherStep];
      /* wide */ double sin = other[o + state * otherStep + 1];
      for (int lane = 0; lane < LANES; lane++) {
        /* wide */ double ownCos = trig[at + lane];
        /* wide */ double ownSin = trig[at + LANES + lane];
        /* wide */ double cosine = Math.fma(ownSin, -sin, ownCos * cos);
        /* wide */ double sine = Math.fma(ownSin, cos, ownCos * sin);
        cosine = cosine == 0 ? Real.LEAST_COSINE : cosine;
        /* wide */ double tangent = sine / cosine;
        tangents[t + state * tangentStep + lane] = Real.of(tangent);
        products[p + state * LANES + lane] *= Real.cosine(cosine, tangent);
      }
    }
  }

  @Override
  public void scale(int rows, double[] factors, int at, double[] to, int t) {
    for (int i = 0; i < rows * LANES; i++) {
      to[t + i] *= factors[at + i % LANES];
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
    System.arraycopy(from, f, to, t, states * block.amplitudes() * LANES);
    for (int state = 0; state < states; state++) {
      int start = t + state * block.amplitudes() * LANES;
      turn(block.require(true), back, to, start, tangents, at + state * step);
    }
  }

  private static void turn(
      AxisBlock block, boolean back, double[] psi, int p, double[] tangents, int at) {
    for (int high : block.high) {
      for (int low : block.low) {
        for (int i = 0; i < block.size(); i++) {
          double sense = back ? -block.sense[i] : block.sense[i];
          for (int e = 0; e < 1 << block.size(); e++) {
            if ((e & 1 << i) == 0) {
              int first = p + place(block, high ^ low, e);
              int second = p + place(block, high ^ low, e | 1 << i);
              for (int lane = 0; lane < LANES; lane++) {
                double tan = tangents[at + i * LANES + lane];
                double plus = sense * tan;
                double a = psi[first + lane];
                double b = psi[second + lane];
                psi[first + lane] = Math.fma(b, -plus, a);
                psi[second + lane] = Math.fma(a, plus, b);
              }
            }
          }
        }
      }
    }
  }

  /// {@return where row e of a block is}
  private static int place(AxisBlock block, int first, int e) {
    int place = first;
    for (int i = 0; i < block.size(); i++) {
      place ^= (e & 1 << i) == 0 ? 0 : block.step[i];
    }
    return place;
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
    broadcast(states * block.amplitudes(), numbers, n, to, t);
    turn(block, false, states, to, t, to, t, tangents, at, 0);
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
    int size = block.require(true).amplitudes() * LANES;
    for (int i = 0; i < block.size(); i++) {
      for (int lane = 0; lane < LANES; lane++) {
        double plus = 0;
        double minus = 0;
        double oddPlus = 0;
        double oddMinus = 0;
        for (int state = 0; state < states; state++) {
          for (int high : block.high) {
            for (int low : block.low) {
              for (int e = 0; e < 1 << block.size(); e++) {
                if ((e & 1 << i) == 0) {
                  int first = state * size + place(block, high ^ low, e) + lane;
                  int second = state * size + place(block, high ^ low, e | 1 << i) + lane;
                  if ((Integer.bitCount(e) & 1) == 0) {
                    plus = Math.fma(lambda[l + second], psi[p + first], plus);
                    minus = Math.fma(lambda[l + first], psi[p + second], minus);
                  } else {
                    oddPlus = Math.fma(lambda[l + second], psi[p + first], oddPlus);
                    oddMinus = Math.fma(lambda[l + first], psi[p + second], oddMinus);
                  }
                }
              }
            }
          }
        }
        double sum = plus + oddPlus - (minus + oddMinus);
        sums[at + i * LANES + lane] += sum * block.sense[i];
      }
    }
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
    for (int i = 0; i < states * size; i++) {
      double c = diagonal[at + i % size];
      double s = conjugate ? -diagonal[at + size + i % size] : diagonal[at + size + i % size];
      multiply(real, from, f + i, to, t + i, plane, c, s);
    }
  }

  private static void multiply(
      boolean real, double[] from, int f, double[] to, int t, int plane, double c, double s) {
    double a = from[f];
    if (real) {
      to[t] = c * a;
      to[t + plane] = s * a;
    } else {
      double b = from[f + plane];
      to[t] = Math.fma(c, a, -s * b);
      to[t + plane] = Math.fma(c, b, s * a);
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
    for (int i = 0; i < states * size; i++) {
      double cos = diagonal[at + i % size];
      double sin = diagonal[at + size + i % size];
      double a = lambda[l + i];
      double b = lambda[l + plane + i];
      double re = Math.fma(cos, a, sin * b);
      double im = Math.fma(cos, b, -sin * a);
      lambda[l + i] = re;
      double sum = Math.fma(-im, psi[p + i], sums[s + i % size]);
      if (!real) {
        lambda[l + plane + i] = im;
        sum = Math.fma(re, psi[p + plane + i], sum);
      }
      sums[s + i % size] = sum;
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
    for (int row = 0; row < states * amplitudes; row++) {
      int u = at + row / amplitudes * step + row % amplitudes;
      double c = diagonal[u];
      double s = conjugate ? -diagonal[u + amplitudes] : diagonal[u + amplitudes];
      for (int i = row * LANES; i < (row + 1) * LANES; i++) {
        multiply(real, from, f + i, to, t + i, plane, c, s);
      }
    }
  }

  @Override
  public void sign(
      int amplitudes, int states, double[] from, int f, double[] to, int t, double[] signs) {
    for (int i = 0; i < states * amplitudes * LANES; i++) {
      to[t + i] = signs[i / LANES % amplitudes] * from[f + i];
    }
  }

  @Override
  public void sum(PauliAxis axis, double[] rows, int r, double[] sums, int at) {
    for (int lane = 0; lane < LANES; lane++) {
      double sum = 0;
      for (int b = 0; b < axis.amplitudes(); b++) {
        double row = rows[r + b * LANES + lane];
        sum += ((Integer.bitCount(b & axis.z()) + axis.phase()) & 1) == 0 ? row : -row;
      }
      sums[at + lane] += sum;
    }
  }

  @Override
  public void spread(PauliAxis axis, double[] factors, int at, double[] rows, int r) {
    for (int i = 0; i < axis.amplitudes() * LANES; i++) {
      boolean odd = ((Integer.bitCount(i / LANES & axis.z()) + axis.phase()) & 1) != 0;
      rows[r + i] += odd ? -factors[at + i % LANES] : factors[at + i % LANES];
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
    for (int row = 0; row < states * LANES; row++) {
      double sum = 0;
      for (int b = 0; b < amplitudes; b++) {
        int i = p + (row / LANES * amplitudes + b) * LANES + row % LANES;
        double square = psi[i] * psi[i];
        if (!real) {
          square = Math.fma(psi[i + plane], psi[i + plane], square);
        }
        sum = Math.fma(weights[w + b * LANES + row % LANES], square, sum);
      }
      sums[at + row] += sum;
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
    for (int i = 0; i < states * size; i++) {
      double r = residual[j + i / size * LANES + i % LANES];
      double factor = weights[w + i % size] * r;
      double re = psi[p + i];
      lambda[l + i] = factor * re;
      double square = re * re;
      if (!real) {
        double im = psi[p + plane + i];
        lambda[l + plane + i] = factor * im;
        square = Math.fma(im, im, square);
      }
      sums[s + i % size] = Math.fma(square, r, sums[s + i % size]);
    }
  }

  @Override
  public void means(AxisBlock block, int states, double[] psi, int p, double[] means, int at) {
    int size = block.require(false).amplitudes() * LANES;
    for (int state = 0; state < states; state++) {
      for (int i = 0; i < block.size(); i++) {
        for (int lane = 0; lane < LANES; lane++) {
          double sum = half(block, i, psi, p + state * size + lane);
          means[at + (state * block.size() + i) * LANES + lane] += sum + sum;
        }
      }
    }
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
    for (int i = 0; i < states * strings * LANES; i++) {
      int to = at + i / (strings * LANES) * LANES + i % LANES;
      sums[to] = Math.fma(factors[c + i % (strings * LANES)], means[m + i], sums[to]);
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
    int width = strings * LANES;
    for (int i = 0; i < states * width; i++) {
      int to = at + i % width;
      sums[to] = Math.fma(means[m + i], residual[j + i / width * LANES + i % LANES], sums[to]);
    }
  }

  /// {@return Σ over blocks and rows e without i of ±ψ_e ψ_{e+i}, half an expectation value}
  private static double half(AxisBlock block, int i, double[] psi, int p) {
    double sum = 0;
    for (int h = 0; h < block.high.length; h++) {
      for (int k = 0; k < block.low.length; k++) {
        int first = block.high[h] ^ block.low[k];
        double part = block.isRegular() ? sum : 0;
        for (int e = 0; e < 1 << block.size(); e++) {
          if ((e & 1 << i) == 0) {
            double other = psi[p + place(block, first, e | 1 << i)];
            part = Math.fma(psi[p + place(block, first, e)], other, part);
          }
        }
        sum = block.isRegular() ? part : Math.fma(part, sign(block, h, k, i), sum);
      }
    }
    return sum * block.sense[i];
  }

  private static double sign(AxisBlock block, int h, int k, int i) {
    return block.highSign[h * block.size() + i] * block.lowSign[k * block.size() + i];
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
    int size = block.require(false).amplitudes() * LANES;
    for (int state = 0; state < states; state++) {
      for (int h = 0; h < block.high.length; h++) {
        for (int k = 0; k < block.low.length; k++) {
          for (int e = 0; e < 1 << block.size(); e++) {
            for (int lane = 0; lane < LANES; lane++) {
              int start = state * size + lane;
              int to = l + start + place(block, block.high[h] ^ block.low[k], e);
              for (int i = 0; i < block.size(); i++) {
                int from = p + start + place(block, block.high[h] ^ block.low[k], e ^ 1 << i);
                double weight = factors[c + i * LANES + lane] * residual[j + state * LANES + lane];
                lambda[to] = Math.fma(weight * sign(block, h, k, i), psi[from], lambda[to]);
              }
            }
          }
        }
      }
    }
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
    boolean imaginary = axis.isImaginary();
    for (int b = 0; b < axis.amplitudes(); b++) {
      boolean negative = ((Integer.bitCount(b & axis.z()) + axis.phase()) & 1) != 0;
      int i = p + b * LANES;
      int k = l + (b ^ axis.x()) * LANES;
      for (int lane = 0; lane < LANES; lane++) {
        double w = factors[c + lane] * (negative ? -residual[j + lane] : residual[j + lane]);
        double re = psi[i + lane];
        double im = psi[i + plane + lane];
        lambda[k + lane] = Math.fma(w, imaginary ? -im : re, lambda[k + lane]);
        lambda[k + plane + lane] = Math.fma(w, imaginary ? re : im, lambda[k + plane + lane]);
      }
    }
  }

  @Override
  public void dot(
      int amplitudes, double[] lambda, int l, double[] psi, int p, double[] sums, int at) {
    for (int lane = 0; lane < LANES; lane++) {
      double sum = 0;
      for (int i = lane; i < amplitudes * LANES; i += LANES) {
        sum = Math.fma(lambda[l + i], psi[p + i], sum);
      }
      sums[at + lane] += sum;
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
    int size = amplitudes * LANES;
    for (int i = 0; i < states; i++) {
      for (int j = i; j < states; j++) {
        dot(
            amplitudes,
            left,
            l + i * size,
            right,
            r + j * size,
            sums,
            at + (i * states + j) * LANES);
      }
    }
  }
}
