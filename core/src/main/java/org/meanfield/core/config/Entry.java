package org.meanfield.core.config;

import org.meanfield.api.Place;

/// A key of a section with its value.
///
/// @param key the key as it was written
/// @param place where the key begins
/// @param value its value
public record Entry(String key, Place place, Node value) {}
