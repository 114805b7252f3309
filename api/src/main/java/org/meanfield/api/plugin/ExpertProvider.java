package org.meanfield.api.plugin;

import org.meanfield.api.expert.Expert;

/// A provider of experts.
public non-sealed interface ExpertProvider extends ServiceProvider<Expert> {}
