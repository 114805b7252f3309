package org.meanfield.kernels.pauli;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.meanfield.kernels.pauli.PauliRows.COSINE;
import static org.meanfield.kernels.pauli.PauliRows.ROW;
import static org.meanfield.kernels.pauli.PauliRows.SINE;
import static org.meanfield.kernels.pauli.VectorPauliLanes.PARTS;
import static org.meanfield.kernels.pauli.VectorPauliLanes.SPECIES;
import static org.meanfield.kernels.pauli.VectorPauliLanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/// Runs forward on the Vector API, one method per kind, each operation from load to store in
/// registers. A row is its coefficients and then its adjoints.
///
/// After the factor C the inputs are x_u; they become y, z and w as the turned edges 0, 1 and 2
/// turn; b_w is what branches off. Numbers are read by `fromArray` itself: a helper's result is put
/// on the heap once a method is long.
final class VectorForward {
  private VectorForward() {}

  static void negate(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p++) {
        fromArray(SPECIES, rows, places[p] + r).neg().intoArray(rows, to);
        to += ROW;
      }
    }
  }

  static void cosine(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 2) {
        DoubleVector factor = fromArray(SPECIES, trig, places[p + 1] + k + COSINE);
        factor.mul(fromArray(SPECIES, rows, places[p] + r)).intoArray(rows, to);
        to += ROW;
      }
    }
  }

  static void sine(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 2) {
        DoubleVector factor = fromArray(SPECIES, trig, places[p + 1] + k + SINE);
        factor.mul(fromArray(SPECIES, rows, places[p] + r)).intoArray(rows, to);
        to += ROW;
      }
    }
  }

  static void branch(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 2) {
        int k0 = places[p + 1] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector b1 = t0.mul(x0);
        x0.intoArray(rows, to);
        b1.intoArray(rows, to + ROW);
        to += 2 * ROW;
      }
    }
  }

  static void branchTwo(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 3) {
        int k0 = places[p + 1] + k;
        int k1 = places[p + 2] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector b1 = t0.mul(x0);
        DoubleVector b2 = t1.mul(x0);
        DoubleVector b3 = t1.mul(b1);
        x0.intoArray(rows, to);
        b1.intoArray(rows, to + ROW);
        b2.intoArray(rows, to + 2 * ROW);
        b3.intoArray(rows, to + 3 * ROW);
        to += 4 * ROW;
      }
    }
  }

  static void branchThree(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 4) {
        int k0 = places[p + 1] + k;
        int k1 = places[p + 2] + k;
        int k2 = places[p + 3] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector b1 = t0.mul(x0);
        DoubleVector b2 = t1.mul(x0);
        DoubleVector b3 = t1.mul(b1);
        DoubleVector b4 = t2.mul(x0);
        DoubleVector b5 = t2.mul(b1);
        DoubleVector b6 = t2.mul(b2);
        DoubleVector b7 = t2.mul(b3);
        x0.intoArray(rows, to);
        b1.intoArray(rows, to + ROW);
        b2.intoArray(rows, to + 2 * ROW);
        b3.intoArray(rows, to + 3 * ROW);
        b4.intoArray(rows, to + 4 * ROW);
        b5.intoArray(rows, to + 5 * ROW);
        b6.intoArray(rows, to + 6 * ROW);
        b7.intoArray(rows, to + 7 * ROW);
        to += 8 * ROW;
      }
    }
  }

  static void turn(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 3) {
        int k0 = places[p + 2] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, places[p + 1] + r));
        DoubleVector n0 = t0.neg();
        DoubleVector y0 = n0.fma(x1, x0);
        DoubleVector y1 = t0.fma(x0, x1);
        y0.intoArray(rows, to);
        y1.intoArray(rows, to + ROW);
        to += 2 * ROW;
      }
    }
  }

  static void turnBranch(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 4) {
        int k0 = places[p + 2] + k;
        int k1 = places[p + 3] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, places[p + 1] + r));
        DoubleVector n0 = t0.neg();
        DoubleVector y0 = n0.fma(x1, x0);
        DoubleVector y1 = t0.fma(x0, x1);
        DoubleVector b2 = t1.mul(y0);
        DoubleVector b3 = t1.mul(y1);
        y0.intoArray(rows, to);
        y1.intoArray(rows, to + ROW);
        b2.intoArray(rows, to + 2 * ROW);
        b3.intoArray(rows, to + 3 * ROW);
        to += 4 * ROW;
      }
    }
  }

  static void turnBranchTwo(
      RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 5) {
        int k0 = places[p + 2] + k;
        int k1 = places[p + 3] + k;
        int k2 = places[p + 4] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, places[p + 1] + r));
        DoubleVector n0 = t0.neg();
        DoubleVector y0 = n0.fma(x1, x0);
        DoubleVector y1 = t0.fma(x0, x1);
        DoubleVector b2 = t1.mul(y0);
        DoubleVector b3 = t1.mul(y1);
        DoubleVector b4 = t2.mul(y0);
        DoubleVector b5 = t2.mul(y1);
        DoubleVector b6 = t2.mul(b2);
        DoubleVector b7 = t2.mul(b3);
        y0.intoArray(rows, to);
        y1.intoArray(rows, to + ROW);
        b2.intoArray(rows, to + 2 * ROW);
        b3.intoArray(rows, to + 3 * ROW);
        b4.intoArray(rows, to + 4 * ROW);
        b5.intoArray(rows, to + 5 * ROW);
        b6.intoArray(rows, to + 6 * ROW);
        b7.intoArray(rows, to + 7 * ROW);
        to += 8 * ROW;
      }
    }
  }

  static void turnTwo(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 6) {
        int k0 = places[p + 4] + k;
        int k1 = places[p + 5] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, places[p + 1] + r));
        DoubleVector x2 = c.mul(fromArray(SPECIES, rows, places[p + 2] + r));
        DoubleVector x3 = c.mul(fromArray(SPECIES, rows, places[p + 3] + r));
        DoubleVector n0 = t0.neg();
        DoubleVector y0 = n0.fma(x1, x0);
        DoubleVector y1 = t0.fma(x0, x1);
        DoubleVector y2 = n0.fma(x3, x2);
        DoubleVector y3 = t0.fma(x2, x3);
        DoubleVector n1 = t1.neg();
        DoubleVector z0 = n1.fma(y2, y0);
        DoubleVector z2 = t1.fma(y0, y2);
        DoubleVector z1 = n1.fma(y3, y1);
        DoubleVector z3 = t1.fma(y1, y3);
        z0.intoArray(rows, to);
        z1.intoArray(rows, to + ROW);
        z2.intoArray(rows, to + 2 * ROW);
        z3.intoArray(rows, to + 3 * ROW);
        to += 4 * ROW;
      }
    }
  }

  static void turnTwoBranch(
      RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 7) {
        int k0 = places[p + 4] + k;
        int k1 = places[p + 5] + k;
        int k2 = places[p + 6] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, places[p + 1] + r));
        DoubleVector x2 = c.mul(fromArray(SPECIES, rows, places[p + 2] + r));
        DoubleVector x3 = c.mul(fromArray(SPECIES, rows, places[p + 3] + r));
        DoubleVector n0 = t0.neg();
        DoubleVector y0 = n0.fma(x1, x0);
        DoubleVector y1 = t0.fma(x0, x1);
        DoubleVector y2 = n0.fma(x3, x2);
        DoubleVector y3 = t0.fma(x2, x3);
        DoubleVector n1 = t1.neg();
        DoubleVector z0 = n1.fma(y2, y0);
        DoubleVector z2 = t1.fma(y0, y2);
        DoubleVector z1 = n1.fma(y3, y1);
        DoubleVector z3 = t1.fma(y1, y3);
        DoubleVector b4 = t2.mul(z0);
        DoubleVector b5 = t2.mul(z1);
        DoubleVector b6 = t2.mul(z2);
        DoubleVector b7 = t2.mul(z3);
        z0.intoArray(rows, to);
        z1.intoArray(rows, to + ROW);
        z2.intoArray(rows, to + 2 * ROW);
        z3.intoArray(rows, to + 3 * ROW);
        b4.intoArray(rows, to + 4 * ROW);
        b5.intoArray(rows, to + 5 * ROW);
        b6.intoArray(rows, to + 6 * ROW);
        b7.intoArray(rows, to + 7 * ROW);
        to += 8 * ROW;
      }
    }
  }

  static void turnThree(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int to = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 11) {
        int k0 = places[p + 8] + k;
        int k1 = places[p + 9] + k;
        int k2 = places[p + 10] + k;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, places[p] + r));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, places[p + 1] + r));
        DoubleVector x2 = c.mul(fromArray(SPECIES, rows, places[p + 2] + r));
        DoubleVector x3 = c.mul(fromArray(SPECIES, rows, places[p + 3] + r));
        DoubleVector x4 = c.mul(fromArray(SPECIES, rows, places[p + 4] + r));
        DoubleVector x5 = c.mul(fromArray(SPECIES, rows, places[p + 5] + r));
        DoubleVector x6 = c.mul(fromArray(SPECIES, rows, places[p + 6] + r));
        DoubleVector x7 = c.mul(fromArray(SPECIES, rows, places[p + 7] + r));
        DoubleVector n0 = t0.neg();
        DoubleVector y0 = n0.fma(x1, x0);
        DoubleVector y1 = t0.fma(x0, x1);
        DoubleVector y2 = n0.fma(x3, x2);
        DoubleVector y3 = t0.fma(x2, x3);
        DoubleVector y4 = n0.fma(x5, x4);
        DoubleVector y5 = t0.fma(x4, x5);
        DoubleVector y6 = n0.fma(x7, x6);
        DoubleVector y7 = t0.fma(x6, x7);
        DoubleVector n1 = t1.neg();
        DoubleVector z0 = n1.fma(y2, y0);
        DoubleVector z2 = t1.fma(y0, y2);
        DoubleVector z1 = n1.fma(y3, y1);
        DoubleVector z3 = t1.fma(y1, y3);
        DoubleVector z4 = n1.fma(y6, y4);
        DoubleVector z6 = t1.fma(y4, y6);
        DoubleVector z5 = n1.fma(y7, y5);
        DoubleVector z7 = t1.fma(y5, y7);
        DoubleVector n2 = t2.neg();
        DoubleVector w0 = n2.fma(z4, z0);
        DoubleVector w4 = t2.fma(z0, z4);
        DoubleVector w1 = n2.fma(z5, z1);
        DoubleVector w5 = t2.fma(z1, z5);
        DoubleVector w2 = n2.fma(z6, z2);
        DoubleVector w6 = t2.fma(z2, z6);
        DoubleVector w3 = n2.fma(z7, z3);
        DoubleVector w7 = t2.fma(z3, z7);
        w0.intoArray(rows, to);
        w1.intoArray(rows, to + ROW);
        w2.intoArray(rows, to + 2 * ROW);
        w3.intoArray(rows, to + 3 * ROW);
        w4.intoArray(rows, to + 4 * ROW);
        w5.intoArray(rows, to + 5 * ROW);
        w6.intoArray(rows, to + 6 * ROW);
        w7.intoArray(rows, to + 7 * ROW);
        to += 8 * ROW;
      }
    }
  }
}
