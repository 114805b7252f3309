/// Experts of the house of Acme.
module acme.bumps {
  requires org.meanfield.api;

  provides org.meanfield.api.plugin.ExpertProvider with
      acme.bumps.BumpProvider;
}
