import org.jspecify.annotations.NullMarked;

/// The command line.
///
/// | package | what it holds |
/// |---|---|
/// | `org.meanfield.app` | the program, and what it says of a slip |
/// | `org.meanfield.app.study` | commands about a study and its runs |
/// | `org.meanfield.app.circuit` | commands about circuits |
/// | `org.meanfield.app.transport` | commands about distances between clouds |
/// | `org.meanfield.app.plugin` | what there is to choose from |
/// | `org.meanfield.app.console` | what all of them read and write with |
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
