/// How a module offers services: providers, descriptors, settings, traits, citations.
package org.meanfield.api.plugin;
