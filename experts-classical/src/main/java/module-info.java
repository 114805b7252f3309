import org.jspecify.annotations.NullMarked;

/// Classical experts.
///
/// | id | expert |
/// |---|---|
/// | `cosine` | one cosine per feature; its mean-field limit is known in closed form |
/// | `neuron` | a bounded neuron with periodic weights |
@NullMarked
module org.meanfield.experts.classical {
  requires static org.jspecify;
  requires org.meanfield.api;

  provides org.meanfield.api.plugin.ExpertProvider with
      org.meanfield.experts.classical.CosineProvider,
      org.meanfield.experts.classical.NeuronProvider;
}
