namespace Instrumentation.PromQL.Parsing;

/// <summary>The name and types of a function.</summary>
/// <param name="Name">As it is called; case matters.</param>
/// <param name="Arguments">The types of its arguments; the last may be left out or repeated as <paramref name="Variadic"/> says.</param>
/// <param name="Variadic">0: all arguments are needed; n: the last may be absent or repeated up to n times; −1: without limit.</param>
/// <param name="Result">What it gives.</param>
/// <param name="IsExperimental">Whether Prometheus has it behind a feature flag.</param>
public sealed record FunctionSignature(string Name, IReadOnlyList<ValueKind> Arguments, int Variadic, ValueKind Result, bool IsExperimental);
