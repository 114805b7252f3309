import org.jspecify.annotations.NullMarked;

/// Classical experts: periodic neurons, trigonometric and cosine families.
@NullMarked
module org.meanfield.experts.classical {
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.kernels;
}
