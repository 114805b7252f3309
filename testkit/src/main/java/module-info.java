import org.jspecify.annotations.NullMarked;

/// One contract class per service interface: a provider of any origin extends it and is tested.
@NullMarked
module org.meanfield.testkit {
  requires transitive org.assertj.core;
  requires static org.jspecify;
  requires transitive org.junit.jupiter.api;
  requires transitive org.junit.jupiter.params;
  requires transitive org.meanfield.api;

  exports org.meanfield.testkit;
}
