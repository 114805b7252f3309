package org.meanfield.kernels.pauli;

import static jdk.incubator.vector.DoubleVector.fromArray;
import static org.meanfield.kernels.pauli.PauliRows.ADJOINT;
import static org.meanfield.kernels.pauli.PauliRows.COSINE;
import static org.meanfield.kernels.pauli.PauliRows.ROW;
import static org.meanfield.kernels.pauli.PauliRows.SINE;
import static org.meanfield.kernels.pauli.PauliRows.SLOPE;
import static org.meanfield.kernels.pauli.VectorPauliLanes.PARTS;
import static org.meanfield.kernels.pauli.VectorPauliLanes.SPECIES;
import static org.meanfield.kernels.pauli.VectorPauliLanes.WIDTH;

import jdk.incubator.vector.DoubleVector;

/// Runs back on the Vector API, one method per kind, each operation from load to store in
/// registers. A row is its coefficients and then its adjoints.
///
/// Adjoints l_w become p, q and r as the turned edges 0, 1 and 2 are taken back, then m as branched
/// edges are; f is what lies across a branched edge, contracted along the others; x_u are the
/// inputs times C. Numbers are read by `fromArray` itself: a helper's result is put on the heap
/// once a method is long.
final class VectorBackward {
  private VectorBackward() {}

  static void negate(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p++) {
        fromArray(SPECIES, rows, from + ADJOINT).neg().intoArray(rows, places[p] + r + ADJOINT);
        from += ROW;
      }
    }
  }

  static void cosine(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 2) {
        int at = places[p] + r;
        int k0 = places[p + 1] + k;
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        DoubleVector s = fromArray(SPECIES, trig, k0 + SINE);
        DoubleVector after = fromArray(SPECIES, rows, from + ADJOINT);
        c.mul(after).intoArray(rows, at + ADJOINT);
        DoubleVector product = fromArray(SPECIES, rows, at).mul(after);
        s.neg().fma(product, fromArray(SPECIES, trig, k0 + SLOPE)).intoArray(trig, k0 + SLOPE);
        from += ROW;
      }
    }
  }

  static void sine(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 2) {
        int at = places[p] + r;
        int k0 = places[p + 1] + k;
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        DoubleVector s = fromArray(SPECIES, trig, k0 + SINE);
        DoubleVector after = fromArray(SPECIES, rows, from + ADJOINT);
        s.mul(after).intoArray(rows, at + ADJOINT);
        DoubleVector product = fromArray(SPECIES, rows, at).mul(after);
        c.fma(product, fromArray(SPECIES, trig, k0 + SLOPE)).intoArray(trig, k0 + SLOPE);
        from += ROW;
      }
    }
  }

  static void branch(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 2) {
        int k0 = places[p + 1] + k;
        int at0 = places[p] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector n0 = t0.neg();
        DoubleVector m0x0 = t0.fma(l1, l0);
        DoubleVector f0x0 = n0.fma(l0, l1);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        c.mul(m0x0).intoArray(rows, at0 + ADJOINT);
        DoubleVector slope0 = f0x0.mul(x0);
        fromArray(SPECIES, trig, k0 + SLOPE).add(slope0).intoArray(trig, k0 + SLOPE);
        from += 2 * ROW;
      }
    }
  }

  static void branchTwo(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 3) {
        int k0 = places[p + 1] + k;
        int k1 = places[p + 2] + k;
        int at0 = places[p] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector l2 = fromArray(SPECIES, rows, from + 2 * ROW + ADJOINT);
        DoubleVector l3 = fromArray(SPECIES, rows, from + 3 * ROW + ADJOINT);
        DoubleVector n1 = t1.neg();
        DoubleVector m1x0 = t1.fma(l2, l0);
        DoubleVector f1x0 = n1.fma(l0, l2);
        DoubleVector m1x1 = t1.fma(l3, l1);
        DoubleVector f1x1 = n1.fma(l1, l3);
        DoubleVector f1y0y0 = t0.fma(f1x1, f1x0);
        DoubleVector n0 = t0.neg();
        DoubleVector m0x0 = t0.fma(m1x1, m1x0);
        DoubleVector f0x0 = n0.fma(m1x0, m1x1);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        c.mul(m0x0).intoArray(rows, at0 + ADJOINT);
        DoubleVector slope0 = f0x0.mul(x0);
        fromArray(SPECIES, trig, k0 + SLOPE).add(slope0).intoArray(trig, k0 + SLOPE);
        DoubleVector slope1 = f1y0y0.mul(x0);
        fromArray(SPECIES, trig, k1 + SLOPE).add(slope1).intoArray(trig, k1 + SLOPE);
        from += 4 * ROW;
      }
    }
  }

  static void branchThree(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 4) {
        int k0 = places[p + 1] + k;
        int k1 = places[p + 2] + k;
        int k2 = places[p + 3] + k;
        int at0 = places[p] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector l2 = fromArray(SPECIES, rows, from + 2 * ROW + ADJOINT);
        DoubleVector l3 = fromArray(SPECIES, rows, from + 3 * ROW + ADJOINT);
        DoubleVector l4 = fromArray(SPECIES, rows, from + 4 * ROW + ADJOINT);
        DoubleVector l5 = fromArray(SPECIES, rows, from + 5 * ROW + ADJOINT);
        DoubleVector l6 = fromArray(SPECIES, rows, from + 6 * ROW + ADJOINT);
        DoubleVector l7 = fromArray(SPECIES, rows, from + 7 * ROW + ADJOINT);
        DoubleVector n2 = t2.neg();
        DoubleVector m2x0 = t2.fma(l4, l0);
        DoubleVector f2x0 = n2.fma(l0, l4);
        DoubleVector m2x1 = t2.fma(l5, l1);
        DoubleVector f2x1 = n2.fma(l1, l5);
        DoubleVector m2x2 = t2.fma(l6, l2);
        DoubleVector f2x2 = n2.fma(l2, l6);
        DoubleVector m2x3 = t2.fma(l7, l3);
        DoubleVector f2x3 = n2.fma(l3, l7);
        DoubleVector f2y1y0 = t1.fma(f2x2, f2x0);
        DoubleVector f2y1y1 = t1.fma(f2x3, f2x1);
        DoubleVector f2y0y0 = t0.fma(f2y1y1, f2y1y0);
        DoubleVector n1 = t1.neg();
        DoubleVector m1x0 = t1.fma(m2x2, m2x0);
        DoubleVector f1x0 = n1.fma(m2x0, m2x2);
        DoubleVector m1x1 = t1.fma(m2x3, m2x1);
        DoubleVector f1x1 = n1.fma(m2x1, m2x3);
        DoubleVector f1y0y0 = t0.fma(f1x1, f1x0);
        DoubleVector n0 = t0.neg();
        DoubleVector m0x0 = t0.fma(m1x1, m1x0);
        DoubleVector f0x0 = n0.fma(m1x0, m1x1);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        c.mul(m0x0).intoArray(rows, at0 + ADJOINT);
        DoubleVector slope0 = f0x0.mul(x0);
        fromArray(SPECIES, trig, k0 + SLOPE).add(slope0).intoArray(trig, k0 + SLOPE);
        DoubleVector slope1 = f1y0y0.mul(x0);
        fromArray(SPECIES, trig, k1 + SLOPE).add(slope1).intoArray(trig, k1 + SLOPE);
        DoubleVector slope2 = f2y0y0.mul(x0);
        fromArray(SPECIES, trig, k2 + SLOPE).add(slope2).intoArray(trig, k2 + SLOPE);
        from += 8 * ROW;
      }
    }
  }

  static void turn(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 3) {
        int k0 = places[p + 2] + k;
        int at0 = places[p] + r;
        int at1 = places[p + 1] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector n0 = t0.neg();
        DoubleVector p0 = t0.fma(l1, l0);
        DoubleVector p1 = n0.fma(l0, l1);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, at1));
        c.mul(p0).intoArray(rows, at0 + ADJOINT);
        c.mul(p1).intoArray(rows, at1 + ADJOINT);
        DoubleVector up0 = p1.mul(x0);
        DoubleVector down0 = p0.mul(x1);
        fromArray(SPECIES, trig, k0 + SLOPE).add(up0.sub(down0)).intoArray(trig, k0 + SLOPE);
        from += 2 * ROW;
      }
    }
  }

  static void turnBranch(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 4) {
        int k0 = places[p + 2] + k;
        int k1 = places[p + 3] + k;
        int at0 = places[p] + r;
        int at1 = places[p + 1] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector l2 = fromArray(SPECIES, rows, from + 2 * ROW + ADJOINT);
        DoubleVector l3 = fromArray(SPECIES, rows, from + 3 * ROW + ADJOINT);
        DoubleVector n0 = t0.neg();
        DoubleVector p0 = t0.fma(l1, l0);
        DoubleVector p1 = n0.fma(l0, l1);
        DoubleVector p2 = t0.fma(l3, l2);
        DoubleVector p3 = n0.fma(l2, l3);
        DoubleVector n1 = t1.neg();
        DoubleVector m1x0 = t1.fma(p2, p0);
        DoubleVector f1x0 = n1.fma(p0, p2);
        DoubleVector m1x1 = t1.fma(p3, p1);
        DoubleVector f1x1 = n1.fma(p1, p3);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, at1));
        c.mul(m1x0).intoArray(rows, at0 + ADJOINT);
        c.mul(m1x1).intoArray(rows, at1 + ADJOINT);
        DoubleVector up0 = m1x1.mul(x0);
        DoubleVector down0 = m1x0.mul(x1);
        fromArray(SPECIES, trig, k0 + SLOPE).add(up0.sub(down0)).intoArray(trig, k0 + SLOPE);
        DoubleVector slope1 = f1x0.mul(x0);
        slope1 = f1x1.fma(x1, slope1);
        fromArray(SPECIES, trig, k1 + SLOPE).add(slope1).intoArray(trig, k1 + SLOPE);
        from += 4 * ROW;
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
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 5) {
        int k0 = places[p + 2] + k;
        int k1 = places[p + 3] + k;
        int k2 = places[p + 4] + k;
        int at0 = places[p] + r;
        int at1 = places[p + 1] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector l2 = fromArray(SPECIES, rows, from + 2 * ROW + ADJOINT);
        DoubleVector l3 = fromArray(SPECIES, rows, from + 3 * ROW + ADJOINT);
        DoubleVector l4 = fromArray(SPECIES, rows, from + 4 * ROW + ADJOINT);
        DoubleVector l5 = fromArray(SPECIES, rows, from + 5 * ROW + ADJOINT);
        DoubleVector l6 = fromArray(SPECIES, rows, from + 6 * ROW + ADJOINT);
        DoubleVector l7 = fromArray(SPECIES, rows, from + 7 * ROW + ADJOINT);
        DoubleVector n0 = t0.neg();
        DoubleVector p0 = t0.fma(l1, l0);
        DoubleVector p1 = n0.fma(l0, l1);
        DoubleVector p2 = t0.fma(l3, l2);
        DoubleVector p3 = n0.fma(l2, l3);
        DoubleVector p4 = t0.fma(l5, l4);
        DoubleVector p5 = n0.fma(l4, l5);
        DoubleVector p6 = t0.fma(l7, l6);
        DoubleVector p7 = n0.fma(l6, l7);
        DoubleVector n2 = t2.neg();
        DoubleVector m2x0 = t2.fma(p4, p0);
        DoubleVector f2x0 = n2.fma(p0, p4);
        DoubleVector m2x1 = t2.fma(p5, p1);
        DoubleVector f2x1 = n2.fma(p1, p5);
        DoubleVector m2x2 = t2.fma(p6, p2);
        DoubleVector f2x2 = n2.fma(p2, p6);
        DoubleVector m2x3 = t2.fma(p7, p3);
        DoubleVector f2x3 = n2.fma(p3, p7);
        DoubleVector f2y1y0 = t1.fma(f2x2, f2x0);
        DoubleVector f2y1y1 = t1.fma(f2x3, f2x1);
        DoubleVector n1 = t1.neg();
        DoubleVector m1x0 = t1.fma(m2x2, m2x0);
        DoubleVector f1x0 = n1.fma(m2x0, m2x2);
        DoubleVector m1x1 = t1.fma(m2x3, m2x1);
        DoubleVector f1x1 = n1.fma(m2x1, m2x3);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, at1));
        c.mul(m1x0).intoArray(rows, at0 + ADJOINT);
        c.mul(m1x1).intoArray(rows, at1 + ADJOINT);
        DoubleVector up0 = m1x1.mul(x0);
        DoubleVector down0 = m1x0.mul(x1);
        fromArray(SPECIES, trig, k0 + SLOPE).add(up0.sub(down0)).intoArray(trig, k0 + SLOPE);
        DoubleVector slope1 = f1x0.mul(x0);
        slope1 = f1x1.fma(x1, slope1);
        fromArray(SPECIES, trig, k1 + SLOPE).add(slope1).intoArray(trig, k1 + SLOPE);
        DoubleVector slope2 = f2y1y0.mul(x0);
        slope2 = f2y1y1.fma(x1, slope2);
        fromArray(SPECIES, trig, k2 + SLOPE).add(slope2).intoArray(trig, k2 + SLOPE);
        from += 8 * ROW;
      }
    }
  }

  static void turnTwo(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 6) {
        int k0 = places[p + 4] + k;
        int k1 = places[p + 5] + k;
        int at0 = places[p] + r;
        int at1 = places[p + 1] + r;
        int at2 = places[p + 2] + r;
        int at3 = places[p + 3] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector l2 = fromArray(SPECIES, rows, from + 2 * ROW + ADJOINT);
        DoubleVector l3 = fromArray(SPECIES, rows, from + 3 * ROW + ADJOINT);
        DoubleVector n0 = t0.neg();
        DoubleVector p0 = t0.fma(l1, l0);
        DoubleVector p1 = n0.fma(l0, l1);
        DoubleVector p2 = t0.fma(l3, l2);
        DoubleVector p3 = n0.fma(l2, l3);
        DoubleVector n1 = t1.neg();
        DoubleVector q0 = t1.fma(p2, p0);
        DoubleVector q2 = n1.fma(p0, p2);
        DoubleVector q1 = t1.fma(p3, p1);
        DoubleVector q3 = n1.fma(p1, p3);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, at1));
        DoubleVector x2 = c.mul(fromArray(SPECIES, rows, at2));
        DoubleVector x3 = c.mul(fromArray(SPECIES, rows, at3));
        c.mul(q0).intoArray(rows, at0 + ADJOINT);
        c.mul(q1).intoArray(rows, at1 + ADJOINT);
        c.mul(q2).intoArray(rows, at2 + ADJOINT);
        c.mul(q3).intoArray(rows, at3 + ADJOINT);
        DoubleVector up0 = q1.mul(x0);
        DoubleVector down0 = q0.mul(x1);
        up0 = q3.fma(x2, up0);
        down0 = q2.fma(x3, down0);
        fromArray(SPECIES, trig, k0 + SLOPE).add(up0.sub(down0)).intoArray(trig, k0 + SLOPE);
        DoubleVector up1 = q2.mul(x0);
        DoubleVector down1 = q0.mul(x2);
        up1 = q3.fma(x1, up1);
        down1 = q1.fma(x3, down1);
        fromArray(SPECIES, trig, k1 + SLOPE).add(up1.sub(down1)).intoArray(trig, k1 + SLOPE);
        from += 4 * ROW;
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
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 7) {
        int k0 = places[p + 4] + k;
        int k1 = places[p + 5] + k;
        int k2 = places[p + 6] + k;
        int at0 = places[p] + r;
        int at1 = places[p + 1] + r;
        int at2 = places[p + 2] + r;
        int at3 = places[p + 3] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector l2 = fromArray(SPECIES, rows, from + 2 * ROW + ADJOINT);
        DoubleVector l3 = fromArray(SPECIES, rows, from + 3 * ROW + ADJOINT);
        DoubleVector l4 = fromArray(SPECIES, rows, from + 4 * ROW + ADJOINT);
        DoubleVector l5 = fromArray(SPECIES, rows, from + 5 * ROW + ADJOINT);
        DoubleVector l6 = fromArray(SPECIES, rows, from + 6 * ROW + ADJOINT);
        DoubleVector l7 = fromArray(SPECIES, rows, from + 7 * ROW + ADJOINT);
        DoubleVector n0 = t0.neg();
        DoubleVector p0 = t0.fma(l1, l0);
        DoubleVector p1 = n0.fma(l0, l1);
        DoubleVector p2 = t0.fma(l3, l2);
        DoubleVector p3 = n0.fma(l2, l3);
        DoubleVector p4 = t0.fma(l5, l4);
        DoubleVector p5 = n0.fma(l4, l5);
        DoubleVector p6 = t0.fma(l7, l6);
        DoubleVector p7 = n0.fma(l6, l7);
        DoubleVector n1 = t1.neg();
        DoubleVector q0 = t1.fma(p2, p0);
        DoubleVector q2 = n1.fma(p0, p2);
        DoubleVector q1 = t1.fma(p3, p1);
        DoubleVector q3 = n1.fma(p1, p3);
        DoubleVector q4 = t1.fma(p6, p4);
        DoubleVector q6 = n1.fma(p4, p6);
        DoubleVector q5 = t1.fma(p7, p5);
        DoubleVector q7 = n1.fma(p5, p7);
        DoubleVector n2 = t2.neg();
        DoubleVector m2x0 = t2.fma(q4, q0);
        DoubleVector f2x0 = n2.fma(q0, q4);
        DoubleVector m2x1 = t2.fma(q5, q1);
        DoubleVector f2x1 = n2.fma(q1, q5);
        DoubleVector m2x2 = t2.fma(q6, q2);
        DoubleVector f2x2 = n2.fma(q2, q6);
        DoubleVector m2x3 = t2.fma(q7, q3);
        DoubleVector f2x3 = n2.fma(q3, q7);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, at1));
        DoubleVector x2 = c.mul(fromArray(SPECIES, rows, at2));
        DoubleVector x3 = c.mul(fromArray(SPECIES, rows, at3));
        c.mul(m2x0).intoArray(rows, at0 + ADJOINT);
        c.mul(m2x1).intoArray(rows, at1 + ADJOINT);
        c.mul(m2x2).intoArray(rows, at2 + ADJOINT);
        c.mul(m2x3).intoArray(rows, at3 + ADJOINT);
        DoubleVector up0 = m2x1.mul(x0);
        DoubleVector down0 = m2x0.mul(x1);
        up0 = m2x3.fma(x2, up0);
        down0 = m2x2.fma(x3, down0);
        fromArray(SPECIES, trig, k0 + SLOPE).add(up0.sub(down0)).intoArray(trig, k0 + SLOPE);
        DoubleVector up1 = m2x2.mul(x0);
        DoubleVector down1 = m2x0.mul(x2);
        up1 = m2x3.fma(x1, up1);
        down1 = m2x1.fma(x3, down1);
        fromArray(SPECIES, trig, k1 + SLOPE).add(up1.sub(down1)).intoArray(trig, k1 + SLOPE);
        DoubleVector slope2 = f2x0.mul(x0);
        slope2 = f2x1.fma(x1, slope2);
        slope2 = f2x2.fma(x2, slope2);
        slope2 = f2x3.fma(x3, slope2);
        fromArray(SPECIES, trig, k2 + SLOPE).add(slope2).intoArray(trig, k2 + SLOPE);
        from += 8 * ROW;
      }
    }
  }

  static void turnThree(RotationTable table, int run, int planes, double[] trig, double[] rows) {
    int[] places = table.places;
    int end = table.start[run + 1];
    for (int part = 0; part < planes * PARTS; part++) {
      int r = part / PARTS * table.plane() + part % PARTS * WIDTH;
      int k = part / PARTS * table.trigPlane() + part % PARTS * WIDTH;
      int from = table.target[run] + r;
      for (int p = table.start[run]; p < end; p += 11) {
        int k0 = places[p + 8] + k;
        int k1 = places[p + 9] + k;
        int k2 = places[p + 10] + k;
        int at0 = places[p] + r;
        int at1 = places[p + 1] + r;
        int at2 = places[p + 2] + r;
        int at3 = places[p + 3] + r;
        int at4 = places[p + 4] + r;
        int at5 = places[p + 5] + r;
        int at6 = places[p + 6] + r;
        int at7 = places[p + 7] + r;
        DoubleVector t0 = fromArray(SPECIES, trig, k0);
        DoubleVector t1 = fromArray(SPECIES, trig, k1);
        DoubleVector t2 = fromArray(SPECIES, trig, k2);
        DoubleVector l0 = fromArray(SPECIES, rows, from + ADJOINT);
        DoubleVector l1 = fromArray(SPECIES, rows, from + ROW + ADJOINT);
        DoubleVector l2 = fromArray(SPECIES, rows, from + 2 * ROW + ADJOINT);
        DoubleVector l3 = fromArray(SPECIES, rows, from + 3 * ROW + ADJOINT);
        DoubleVector l4 = fromArray(SPECIES, rows, from + 4 * ROW + ADJOINT);
        DoubleVector l5 = fromArray(SPECIES, rows, from + 5 * ROW + ADJOINT);
        DoubleVector l6 = fromArray(SPECIES, rows, from + 6 * ROW + ADJOINT);
        DoubleVector l7 = fromArray(SPECIES, rows, from + 7 * ROW + ADJOINT);
        DoubleVector n0 = t0.neg();
        DoubleVector p0 = t0.fma(l1, l0);
        DoubleVector p1 = n0.fma(l0, l1);
        DoubleVector p2 = t0.fma(l3, l2);
        DoubleVector p3 = n0.fma(l2, l3);
        DoubleVector p4 = t0.fma(l5, l4);
        DoubleVector p5 = n0.fma(l4, l5);
        DoubleVector p6 = t0.fma(l7, l6);
        DoubleVector p7 = n0.fma(l6, l7);
        DoubleVector n1 = t1.neg();
        DoubleVector q0 = t1.fma(p2, p0);
        DoubleVector q2 = n1.fma(p0, p2);
        DoubleVector q1 = t1.fma(p3, p1);
        DoubleVector q3 = n1.fma(p1, p3);
        DoubleVector q4 = t1.fma(p6, p4);
        DoubleVector q6 = n1.fma(p4, p6);
        DoubleVector q5 = t1.fma(p7, p5);
        DoubleVector q7 = n1.fma(p5, p7);
        DoubleVector n2 = t2.neg();
        DoubleVector r0 = t2.fma(q4, q0);
        DoubleVector r4 = n2.fma(q0, q4);
        DoubleVector r1 = t2.fma(q5, q1);
        DoubleVector r5 = n2.fma(q1, q5);
        DoubleVector r2 = t2.fma(q6, q2);
        DoubleVector r6 = n2.fma(q2, q6);
        DoubleVector r3 = t2.fma(q7, q3);
        DoubleVector r7 = n2.fma(q3, q7);
        DoubleVector c = fromArray(SPECIES, trig, k0 + COSINE);
        c = c.mul(fromArray(SPECIES, trig, k1 + COSINE));
        c = c.mul(fromArray(SPECIES, trig, k2 + COSINE));
        DoubleVector x0 = c.mul(fromArray(SPECIES, rows, at0));
        DoubleVector x1 = c.mul(fromArray(SPECIES, rows, at1));
        DoubleVector x2 = c.mul(fromArray(SPECIES, rows, at2));
        DoubleVector x3 = c.mul(fromArray(SPECIES, rows, at3));
        DoubleVector x4 = c.mul(fromArray(SPECIES, rows, at4));
        DoubleVector x5 = c.mul(fromArray(SPECIES, rows, at5));
        DoubleVector x6 = c.mul(fromArray(SPECIES, rows, at6));
        DoubleVector x7 = c.mul(fromArray(SPECIES, rows, at7));
        c.mul(r0).intoArray(rows, at0 + ADJOINT);
        c.mul(r1).intoArray(rows, at1 + ADJOINT);
        c.mul(r2).intoArray(rows, at2 + ADJOINT);
        c.mul(r3).intoArray(rows, at3 + ADJOINT);
        c.mul(r4).intoArray(rows, at4 + ADJOINT);
        c.mul(r5).intoArray(rows, at5 + ADJOINT);
        c.mul(r6).intoArray(rows, at6 + ADJOINT);
        c.mul(r7).intoArray(rows, at7 + ADJOINT);
        DoubleVector up0 = r1.mul(x0);
        DoubleVector down0 = r0.mul(x1);
        up0 = r3.fma(x2, up0);
        down0 = r2.fma(x3, down0);
        up0 = r5.fma(x4, up0);
        down0 = r4.fma(x5, down0);
        up0 = r7.fma(x6, up0);
        down0 = r6.fma(x7, down0);
        fromArray(SPECIES, trig, k0 + SLOPE).add(up0.sub(down0)).intoArray(trig, k0 + SLOPE);
        DoubleVector up1 = r2.mul(x0);
        DoubleVector down1 = r0.mul(x2);
        up1 = r3.fma(x1, up1);
        down1 = r1.fma(x3, down1);
        up1 = r6.fma(x4, up1);
        down1 = r4.fma(x6, down1);
        up1 = r7.fma(x5, up1);
        down1 = r5.fma(x7, down1);
        fromArray(SPECIES, trig, k1 + SLOPE).add(up1.sub(down1)).intoArray(trig, k1 + SLOPE);
        DoubleVector up2 = r4.mul(x0);
        DoubleVector down2 = r0.mul(x4);
        up2 = r5.fma(x1, up2);
        down2 = r1.fma(x5, down2);
        up2 = r6.fma(x2, up2);
        down2 = r2.fma(x6, down2);
        up2 = r7.fma(x3, up2);
        down2 = r3.fma(x7, down2);
        fromArray(SPECIES, trig, k2 + SLOPE).add(up2.sub(down2)).intoArray(trig, k2 + SLOPE);
        from += 8 * ROW;
      }
    }
  }
}
