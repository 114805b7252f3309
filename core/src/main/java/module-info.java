import org.jspecify.annotations.NullMarked;

/// Catalog, planning, running, measuring and reporting; the only module that knows Guice.
@NullMarked
module org.meanfield.core {
  requires com.google.common;
  requires com.google.guice;
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires static org.jspecify;
  requires transitive org.meanfield.api;
  requires org.meanfield.kernels;
  requires org.snakeyaml.engine;
  requires tools.jackson.core;
}
