/// Data sources.
///
/// | id | rows | targets |
/// |---|---|---|
/// | `digits`, `iris`, `wine`, `breast-cancer` | bundled with the program | classes |
/// | `csv` | a user's file or two | numbers or classes |
/// | `two-curves`, `linearly-separable` | drawn | two classes |
/// | `teacher` | drawn | the responses of the study's own expert under a known law |
///
/// What is drawn is drawn row by row from named seeds with arithmetic that is the same on every
/// machine: the first rows of a larger set are the smaller set.
package org.meanfield.data;
