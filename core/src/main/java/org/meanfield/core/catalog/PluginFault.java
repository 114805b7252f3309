package org.meanfield.core.catalog;

import org.meanfield.core.fault.FaultCode;

/// Why a provider is not used.
///
/// @param code what kind
/// @param plugin the module at fault
/// @param sentence what happened
/// @param remedy what to do about it
public record PluginFault(FaultCode code, String plugin, String sentence, String remedy) {}
