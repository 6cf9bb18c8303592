using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers;

/// <content>The rules about metrics: their names, their labels, how they are made, and what other libraries are given.</content>
internal static partial class DiagnosticDescriptors
{
    internal static readonly DiagnosticDescriptor UnboundedTag = Warning(
        DiagnosticIds.UnboundedTag,
        "Tag of a metric is not bounded",
        "{0} is {1}: every new value makes another series, here and in whatever collects them",
        "The library called here does not bound its labels: each distinct value is kept in memory for as long as the process lives, and again in the database behind. "
        + "Drop the tag, put it on the span or into the log, or map it to few values.");
}
