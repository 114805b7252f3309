package org.meanfield.experts.quantum.program;

/// What helps whoever met the limit of a backend; it ends its refusal, behind a semicolon.
///
/// No backend sends to another by name: whether that one serves the circuit is for it to say.
public final class Remedy {
  /// Where another backend may serve.
  public static final String AUTO = "; 'auto' picks a backend that serves, if there is one";

  /// Where fewer qubits help too.
  public static final String FEWER_QUBITS =
      "; use fewer qubits, or 'auto', which picks a backend that serves, if there is one";

  private Remedy() {}
}
