import org.jspecify.annotations.NullMarked;

/// Data sources: bundled tables, CSV files, synthetic sets.
@NullMarked
module org.meanfield.data {
  requires de.siegmar.fastcsv;
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
}
