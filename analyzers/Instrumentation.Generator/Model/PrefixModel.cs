namespace Instrumentation.Generator.Model;

/// <summary>A prefix that a program gives the metrics of an assembly it refers to.</summary>
internal sealed record PrefixModel(string Assembly, string Prefix);
