namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>One item of a series line, written out: a value, a gap or a native histogram.</summary>
public readonly record struct SequenceValue(double Value, bool IsOmitted = false, bool IsHistogram = false);
