using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>Something wrong with an annotation. The analyzers report it; the generator only leaves out what is refused.</summary>
/// <param name="Id">One of <see cref="FindingIds"/>.</param>
/// <param name="Location">Where; null for code without source.</param>
/// <param name="Arguments">The arguments of the message, as <see cref="FindingIds"/> lists them.</param>
internal sealed record Finding(string Id, SourceLocation? Location, EquatableArray<string> Arguments);
