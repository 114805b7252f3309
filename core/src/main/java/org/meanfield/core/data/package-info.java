/// From a table to training data: choice of classes, split, standardisation, principal components,
/// scaling to angles. What is fitted is fitted on the training rows alone.
package org.meanfield.core.data;
