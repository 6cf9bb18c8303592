using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Naming;

/// <summary>A metric's name where it is written: in an attribute, or in a call that makes an instrument.</summary>
/// <param name="Name">The name without the assembly's prefix.</param>
/// <param name="Prefix">The assembly's prefix; null for none, as in a call.</param>
/// <param name="Kind">What the values mean; null when the library called has a kind that we do not.</param>
/// <param name="Location">Where the name stands.</param>
/// <param name="IsInCode">Whether it is an argument of a call, of which the generator's parser knows nothing.</param>
/// <param name="Labels">The names of the labels, and where each stands.</param>
internal sealed record NamedMetric(string Name, string? Prefix, MetricKind? Kind, Location? Location, bool IsInCode, IReadOnlyList<(string Name, Location? Location)> Labels)
{
    /// <summary>As it is exposed.</summary>
    internal string FullName => Prefix is { Length: > 0 } prefix ? $"{prefix}_{Name}" : Name;
}
