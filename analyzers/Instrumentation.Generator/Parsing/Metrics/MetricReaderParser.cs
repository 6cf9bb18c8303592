using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Parses a property, field or method that is read at each scrape.</summary>
internal static class MetricReaderParser
{
    /// <returns>The reader, null when it is refused; the metric as far as it could be made out.</returns>
    public static (MetricReaderModel? Reader, MetricModel Metric) Parse(
        ISymbol symbol, MetricSettings settings, Compilation compilation, FindingList findings, CancellationToken cancellation)
    {
        var memberType = TypeOf(symbol);
        var kind = ValueParser.KindOf(memberType, withBool: settings.Kind != MetricKind.Counter);
        if (WhyNot(symbol, settings, memberType, kind) is var (construct, why))
        {
            MetricMemberParser.Refuse(findings, settings, symbol, construct, why);
        }

        var type = symbol.ContainingType;
        var member = $"{TypeParts.OperationName(type)}.{symbol.Name}";
        var metric = new MetricDefinitionParser(findings, cancellation).Parse(settings, symbol, member, EquatableArray<LabelModel>.Empty, kind);
        if (settings.Labels is not null)
        {
            findings.Note(FindingIds.WithoutEffect, settings.LocationOf("Labels"), "Labels", "what is read at each scrape has no labels");
        }

        var chain = Chain(type);
        var visible = chain.TakeWhile(IsVisible).Count();
        var isHidden = visible < chain.Count || !IsVisible(symbol);
        if (!findings.IsRefused && isHidden && ConstructRules.FindNotPartial(type) is { } notPartial)
        {
            findings.Refuse(FindingIds.TypeNotPartial, settings.Location, MetricMemberParser.Display(symbol), notPartial.Name);
        }

        if (findings.IsRefused || kind is not { } known)
        {
            return (null, metric);
        }

        var names = new TypeNames(OperationParser.NullableContextOf(symbol, compilation).AnnotationsEnabled(), compilation);
        return (new()
        {
            Type = TypeParts.Parse(type, isUnsafe: false),
            TypeNames = new(chain.Select(names.Of)),
            VisibleTypes = visible,
            IsMemberVisible = IsVisible(symbol),
            Access = TypeNames.Escape(symbol.Name) + (symbol is IMethodSymbol ? "()" : ""),
            IsStatic = symbol.IsStatic,
            Value = ValueParser.Parse(memberType, known, metric.Name),
            Metric = metric,
        }, metric);
    }

    private static (string Construct, string Why)? WhyNot(ISymbol symbol, MetricSettings settings, ITypeSymbol memberType, ValueKind? kind)
    {
        var type = symbol.ContainingType;
        if (ConstructRules.WhyNotType(type) is var (construct, reason))
        {
            return ("in a " + construct, reason);
        }

        if (Coverage.IsExtensionBlock(type))
        {
            return ("an extension member", "there is no object to read it of at a scrape");
        }

        return (symbol, settings.Kind) switch
        {
            (_, MetricKind.Histogram) =>
                ("a histogram that is read", "a distribution is made of single observations; declare a partial method with a value"),
            (IPropertySymbol { IsIndexer: true }, _) => ("an indexer", "a scrape has no argument for it"),
            (IPropertySymbol { GetMethod: null }, _) => ("a property without a getter", "there is nothing to read"),
            (IMethodSymbol { Arity: > 0 }, _) => ("a generic method", "a scrape has no type argument for it"),
            (IPropertySymbol { ExplicitInterfaceImplementations.Length: > 0 } or IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 }, _) =>
                ("an explicit implementation", "it has no name of its own to read it by; annotate a property of the class"),
            ({ IsStatic: true, IsAbstract: true }, _) => ("a static abstract member", "it has no value; annotate the implementations"),
            _ when IsGeneric(type) => ("a member of a generic type", "each of its constructed types would have a value of its own"),
            ({ IsStatic: false }, _) when type.IsValueType => ("an instance member of a struct", "a copy of it would be read; make it static, or the type a class"),
            ({ IsStatic: false }, _) when type.TypeKind == TypeKind.Interface => ("a member of an interface", "annotate the classes that implement it"),
            _ when kind is null => ($"of type '{memberType.ToDisplayString()}'", "what is read is a number, a bool (of a gauge) or a TimeSpan"),
            _ => null,
        };
    }

    private static ITypeSymbol TypeOf(ISymbol symbol) => symbol switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => ((IMethodSymbol)symbol).ReturnType,
    };

    private static bool IsGeneric(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    private static bool IsVisible(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Public or Accessibility.Internal or Accessibility.ProtectedOrInternal
        && (symbol as IPropertySymbol)?.GetMethod is not { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal };

    private static List<INamedTypeSymbol> Chain(INamedTypeSymbol type)
    {
        var chain = new List<INamedTypeSymbol>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            chain.Insert(0, current);
        }

        return chain;
    }
}
