package org.meanfield.core.run;

/// Tells a [Meter] how far one cell is: its integration is one half, its distances, where they are
/// measured, the other. Used by one thread at a time.
final class CellMeter {
  private final Meter meter;
  private final double weight;
  private final double flowShare;
  private double reached;

  /// @param meter of all cells together
  /// @param cell whose N is its weight
  /// @param distances whether distances are measured afterwards
  CellMeter(Meter meter, Cell cell, boolean distances) {
    this.meter = meter;
    this.weight = cell.experts();
    this.flowShare = distances ? 0.5 : 1;
  }

  void flow(double share) {
    reach(flowShare * share);
  }

  void distances(double share) {
    reach(flowShare + (1 - flowShare) * share);
  }

  /// Counts what was left out as done.
  void end() {
    reach(1);
  }

  private void reach(double share) {
    if (share > reached) {
      meter.add(weight * (share - reached));
      reached = share;
    }
  }
}
