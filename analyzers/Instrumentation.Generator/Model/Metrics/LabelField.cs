namespace Instrumentation.Generator.Model.Metrics;

/// <summary>A field that holds a label of which the values are numbered as they come.</summary>
internal sealed record LabelField(string Name, LabelModel Label);
