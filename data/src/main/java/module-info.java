import org.jspecify.annotations.NullMarked;

/// Data sources: bundled tables, a user's CSV files, sets that are drawn.
///
/// | id | rows |
/// |---|---|
/// | `digits`, `iris`, `wine`, `breast-cancer` | bundled, from the UCI Machine Learning Repository |
/// | `csv` | a user's files |
/// | `two-curves`, `linearly-separable`, `teacher` | drawn from the study's seed |
@NullMarked
module org.meanfield.data {
  requires static org.jspecify;
  requires org.meanfield.api;
  requires org.meanfield.tables;

  provides org.meanfield.api.plugin.DataSourceProvider with
      org.meanfield.data.BreastCancerProvider,
      org.meanfield.data.CsvProvider,
      org.meanfield.data.DigitsProvider,
      org.meanfield.data.IrisProvider,
      org.meanfield.data.LinearlySeparableProvider,
      org.meanfield.data.TeacherProvider,
      org.meanfield.data.TwoCurvesProvider,
      org.meanfield.data.WineProvider;
}
