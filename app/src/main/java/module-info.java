import org.jspecify.annotations.NullMarked;

/// The command line and the live page.
@NullMarked
module org.meanfield.app {
  requires info.picocli;
  requires java.management; // the options of this JVM
  requires static org.jspecify;
  requires org.meanfield.core;
  requires org.meanfield.qasm;
  requires org.meanfield.tables;
  requires tools.jackson.core;

  opens org.meanfield.app to
      info.picocli;
  opens org.meanfield.app.circuit to
      info.picocli;
  opens org.meanfield.app.console to
      info.picocli;
  opens org.meanfield.app.plugin to
      info.picocli;
  opens org.meanfield.app.study to
      info.picocli;
  opens org.meanfield.app.transport to
      info.picocli;
}
