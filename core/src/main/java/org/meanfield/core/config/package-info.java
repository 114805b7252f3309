/// Study files as trees of tokens, each with its place; what they mean is decided elsewhere.
package org.meanfield.core.config;
