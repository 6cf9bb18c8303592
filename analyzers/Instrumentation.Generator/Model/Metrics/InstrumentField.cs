namespace Instrumentation.Generator.Model.Metrics;

/// <summary>An instrument of a type, and the field that holds it.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Metric">What it measures.</param>
/// <param name="LabelFields">For each of its labels the field that holds it; empty where the label is declared in place.</param>
internal sealed record InstrumentField(string Name, MetricModel Metric, EquatableArray<string> LabelFields);
