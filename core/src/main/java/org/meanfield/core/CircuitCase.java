package org.meanfield.core;

/// A training step to be timed: forward sums, residual and pull-back of N experts on n inputs.
///
/// @param template the circuit of each expert, such as `ring`
/// @param qubits m
/// @param layers L
/// @param experts N, the most; fewer are run where a step would take long
/// @param inputs n, of four features each
public record CircuitCase(String template, int qubits, int layers, int experts, int inputs) {}
