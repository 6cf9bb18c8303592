using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Rules;

/// <summary>What the generator's parser says of the annotations of one compilation. Parsed once, however many rules ask.</summary>
internal sealed class Annotations(Compilation compilation)
{
    private static readonly ConditionalWeakTable<Compilation, Annotations> s_all = new();

    private readonly ConcurrentDictionary<ISymbol, Parsed> _parsed = new(SymbolEqualityComparer.Default);

    internal static Annotations Of(Compilation compilation) => s_all.GetValue(compilation, static compilation => new(compilation));

    /// <summary>The operations that an annotation on a method, a type or the assembly makes, and what is wrong with it.</summary>
    internal Parsed Of(ISymbol symbol, CancellationToken cancellation) => _parsed.GetOrAdd(symbol, symbol => Parse(symbol, cancellation));

    private Parsed Parse(ISymbol symbol, CancellationToken cancellation)
    {
        switch (symbol)
        {
            case IMethodSymbol { PartialDefinitionPart: null } method when method.Has(Attributes.MonitoredOperation):
                var operation = OperationParser.Parse(method, compilation, cancellation);
                return new(operation.Operation is { Definition: not null } measured ? [measured] : [], operation.Findings);
            case INamedTypeSymbol type when type.Has(Attributes.MonitoredOperation):
                var parsed = TypeParser.Parse(type, compilation, cancellation);
                return new([.. parsed.Operations.Where(static o => o.Definition is not null)], parsed.Findings);
            case IAssemblySymbol assembly:
                return new([], DefaultsParser.Parse(assembly).Findings);
            default:
                return new([], EquatableArray<Finding>.Empty);
        }
    }

    internal sealed record Parsed(IReadOnlyList<OperationModel> Operations, EquatableArray<Finding> Findings);
}
