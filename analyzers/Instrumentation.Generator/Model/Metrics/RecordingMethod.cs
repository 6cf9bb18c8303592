namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A method that records, with the names that its type gave it.</summary>
/// <param name="Method">The method.</param>
/// <param name="SeriesName">The function that computes the number of the series.</param>
/// <param name="Field">The instrument; null for a refused method.</param>
internal sealed record RecordingMethod(MetricMethodModel Method, string SeriesName, InstrumentField? Field);
