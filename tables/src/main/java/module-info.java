import org.jspecify.annotations.NullMarked;

/// Tables of numbers in CSV files: read strictly, every mistake with its place, and written so that
/// they read back to the same bits.
///
/// For the rooms of this project that meet users' files; not part of what plugin authors are
/// promised.
@NullMarked
@SuppressWarnings("module") // the modules named below are compiled after this one
module org.meanfield.tables {
  requires de.siegmar.fastcsv;
  requires static org.jspecify;
  requires transitive org.meanfield.api;

  exports org.meanfield.tables to
      org.meanfield.app,
      org.meanfield.core,
      org.meanfield.data;
}
