import org.jspecify.annotations.NullMarked;

/// Data sources: bundled tables, CSV files, synthetic sets.
@NullMarked
module org.meanfield.data {
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
  requires org.meanfield.tables;
}
