package acme.bumps;

import org.meanfield.api.expert.Expert;
import org.meanfield.api.plugin.Descriptor;
import org.meanfield.api.plugin.ExpertProvider;
import org.meanfield.api.plugin.Setting;
import org.meanfield.api.plugin.Settings;
import org.meanfield.api.plugin.Trait;

/// Offers [Bump] as `acme:bump`.
public final class BumpProvider implements ExpertProvider {
  private static final Setting<Double> CONCENTRATION =
      Setting.positive("concentration", 1.0, "", "κ, how narrow the bump is");
  private static final Setting<Integer> FEATURES = Setting.features();

  private static final Descriptor DESCRIPTOR =
      Descriptor.of("acme:bump", "A smooth bump about the input, one parameter per feature.")
          .settings(CONCENTRATION, FEATURES)
          .claims(new Trait.ExactGradient(1e-11));

  @Override
  public Descriptor descriptor() {
    return DESCRIPTOR;
  }

  @Override
  public Expert create(Settings settings) {
    return new Bump(settings.get(FEATURES), settings.get(CONCENTRATION));
  }
}
