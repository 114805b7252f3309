/// Tables of numbers in CSV files.
///
/// The format is RFC 4180 in UTF-8 without a byte order mark: comma, double quotes, a header with a
/// name for every column, as many cells in every row, no comments, no blank rows. Numbers are
/// decimal, such as `-1.5` or `2e-3`, finite and without spaces around them; line breaks may be LF
/// or CRLF. Anything else is a [org.meanfield.api.BadInput] with line and column, the column
/// counted in characters.
///
/// **Reference.** Y. Shafranovich, *Common Format and MIME Type for Comma-Separated Values (CSV)
/// Files*, RFC 4180 (2005).
package org.meanfield.tables;
