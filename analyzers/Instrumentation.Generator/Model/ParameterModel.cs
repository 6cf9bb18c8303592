namespace Instrumentation.Generator.Model;

/// <summary>A parameter of a monitored method.</summary>
/// <param name="Name">As it is written in code: keywords are escaped.</param>
/// <param name="Declaration">The parameter as the twins declare it: no attributes but UnscopedRef, no default, no <c>params</c>, no
/// <c>this</c>.</param>
/// <param name="PartDeclaration">The parameter as the implementing part of a partial method declares it.</param>
/// <param name="Argument">What the wrapper passes on: <c>target</c>, <c>ref state</c>, <c>out result</c>.</param>
internal sealed record ParameterModel(string Name, string Declaration, string PartDeclaration, string Argument);
