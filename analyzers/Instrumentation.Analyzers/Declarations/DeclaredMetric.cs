using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Analyzers.Declarations;

/// <summary>A metric that an attribute declares, or that an operation has to itself.</summary>
/// <param name="Name">Its name without the assembly's prefix.</param>
/// <param name="Kind">What the values mean.</param>
/// <param name="Help">The help text; null when an operation gives none.</param>
/// <param name="Unit">The unit; null for none.</param>
/// <param name="Labels">The labels.</param>
/// <param name="Buckets">The bounds of a histogram's buckets; null for the default ones of an operation.</param>
/// <param name="Member">Who declares it.</param>
/// <param name="Attribute">Where the attribute stands; null when that is not in source.</param>
internal sealed record DeclaredMetric(
    string Name, MetricKind Kind, string? Help, string? Unit, EquatableArray<LabelModel> Labels, EquatableArray<double>? Buckets, string Member, Location? Attribute)
{
    /// <summary>The most series of declared values: what <c>none</c> and <c>other</c> add is left out, since it is there only when something is amiss.</summary>
    internal long DeclaredSeries => Labels.Aggregate(1L, static (product, label) => product > long.MaxValue / Size(label) ? long.MaxValue : product * Size(label));

    internal static int Size(LabelModel label) => Math.Max(1, label.Limit > 0 ? label.Limit : label.Values.Count);

    /// <summary>Where the name stands in the attribute; the attribute when that is not to be found.</summary>
    internal Location? NameLocation(CancellationToken cancellation) => Argument("Metric", "name", Syntax(cancellation)?.Name.ToString().Contains("GameMetric") == true ? 1 : 0, cancellation);

    /// <summary>Where the bounds of the buckets stand.</summary>
    internal Location? BucketsLocation(CancellationToken cancellation) => Argument("Buckets", "buckets", -1, cancellation);

    private AttributeSyntax? Syntax(CancellationToken cancellation) =>
        Attribute?.SourceTree?.GetRoot(cancellation).FindNode(Attribute.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>();

    private Location? Argument(string setting, string parameter, int position, CancellationToken cancellation)
    {
        var arguments = Syntax(cancellation)?.ArgumentList?.Arguments ?? default;
        var positional = arguments.Where(static argument => argument.NameEquals is null && argument.NameColon is null).ToList();
        var found = arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == setting)
            ?? arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter)
            ?? (position >= 0 && position < positional.Count ? positional[position] : null);
        return found?.Expression.GetLocation() ?? Attribute;
    }
}
