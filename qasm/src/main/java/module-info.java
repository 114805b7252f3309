import org.jspecify.annotations.NullMarked;

/// Circuits in OpenQASM 2 and 3, read and written.
///
/// | package | what it holds |
/// |---|---|
/// | `org.meanfield.qasm` | the reader, the writer, and what a file declares |
///
/// For the rooms of this project that meet users' circuits; not part of what plugin authors are
/// promised.
@NullMarked
module org.meanfield.qasm {
  requires org.antlr.antlr4.runtime;
  requires static org.jspecify;
  requires transitive org.meanfield.api;

  exports org.meanfield.qasm;
}
