using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>What the generator's parser says of the annotations of one compilation. Parsed once, however many rules ask.</summary>
internal sealed class Annotations(Compilation compilation)
{
    private static readonly ConditionalWeakTable<Compilation, Annotations> s_all = new();

    private readonly ConcurrentDictionary<ISymbol, Parsed> _parsed = new(SymbolEqualityComparer.Default);

    internal static Annotations Of(Compilation compilation) => s_all.GetValue(compilation, static compilation => new(compilation));

    /// <summary>The operations and metrics that annotations on a member, a type or the assembly make, and what is wrong with them.</summary>
    internal Parsed Of(ISymbol symbol, CancellationToken cancellation) => _parsed.GetOrAdd(symbol, symbol => Parse(symbol, cancellation));

    private Parsed Parse(ISymbol symbol, CancellationToken cancellation)
    {
        var (operations, findings) = ParseOperations(symbol, cancellation);
        var metrics = MetricDeclarations.Of(symbol, compilation, cancellation);
        return new(operations, metrics.Metrics, metrics.Findings.Count == 0 ? findings : new(findings.Concat(metrics.Findings)));
    }

    private (IReadOnlyList<OperationModel> Operations, EquatableArray<Finding> Findings) ParseOperations(ISymbol symbol, CancellationToken cancellation)
    {
        switch (symbol)
        {
            case IMethodSymbol { PartialDefinitionPart: null } method when method.Has(Attributes.MonitoredOperation):
                var operation = OperationParser.Parse(method, compilation, cancellation);
                return (operation.Operation is { Definition: not null } measured ? [measured] : [], operation.Findings);
            case INamedTypeSymbol type when type.Has(Attributes.MonitoredOperation):
                var parsed = TypeParser.Parse(type, compilation, cancellation);
                return ([.. parsed.Operations.Where(static o => o.Definition is not null)], parsed.Findings);
            case IAssemblySymbol assembly:
                return ([], new(DefaultsParser.Parse(assembly).Findings.Concat(PrefixParser.Parse(compilation).Findings)));
            default:
                return ([], EquatableArray<Finding>.Empty);
        }
    }

    /// <param name="Operations">The operations that are measured.</param>
    /// <param name="Metrics">The metrics, refused ones included; those of an event are its type's.</param>
    /// <param name="Findings">What is wrong.</param>
    internal sealed record Parsed(
        IReadOnlyList<OperationModel> Operations, EquatableArray<LocatedMetric> Metrics, EquatableArray<Finding> Findings);
}
