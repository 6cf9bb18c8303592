using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>Parses one monitored method into a model, or into the findings that say why there is none.</summary>
internal static class OperationParser
{
    private static readonly SymbolDisplayFormat s_display = SymbolDisplayFormat.CSharpShortErrorMessageFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeExplicitInterface)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeModifiers);

    /// <param name="symbol">A method with an attribute of its own, or one that its type's attribute covers.</param>
    /// <param name="compilation">The compilation it belongs to.</param>
    /// <param name="cancellation">Stops the parsing.</param>
    public static ParsedOperation Parse(IMethodSymbol symbol, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (HalfTyped.Is(symbol))
        {
            return new(null, EquatableArray<Finding>.Empty);
        }

        var findings = new FindingList();
        var declared = symbol.PartialDefinitionPart ?? symbol;
        var method = ExtensionMembers.Implementation(declared);
        var type = method.ContainingType;
        var own = OperationSettings.Of(method);
        var location = own?.Location ?? SourceLocation.Of(method);
        if (own is not null && method.Has(Attributes.NotMonitored))
        {
            findings.Refuse(FindingIds.WithoutEffect, location, "MonitoredOperation", "the method also bears NotMonitored");
            return new(null, findings.ToArray());
        }

        // A method whose kind rules it out needs no second finding about its type, and an unmodifiable type none about the method.
        var why = ConstructRules.WhyNotType(type) ?? ConstructRules.WhyNot(method) ?? ShapeParser.WhyNot(method);
        if (why is var (construct, reason))
        {
            findings.Refuse(FindingIds.ConstructNotSupported, location, Display(method), construct, reason);
        }
        else if (ConstructRules.FindNotPartial(type) is { } notPartial)
        {
            findings.Refuse(FindingIds.TypeNotPartial, location, Display(method), notPartial.Name);
        }

        var canHaveBody = ConstructRules.WhyNotType(type) is null && ConstructRules.FindNotPartial(type) is null
            && !method.IsExtern && !method.Has(Attributes.LibraryImport);
        var isSecondDoor = canHaveBody && SecondDoorParser.Applies(method);
        if (findings.IsRefused && !isSecondDoor)
        {
            return new(null, findings.ToArray());
        }

        var context = NullableContextOf(method, compilation);
        var names = new TypeNames(context.AnnotationsEnabled(), compilation);
        var core = isSecondDoor ? SecondDoorParser.FindCore(method, names, location, findings) : null;
        var labels = new LabelParser(names, findings);
        foreach (var parameter in method.Parameters)
        {
            labels.Add(parameter);
        }

        var fromType = OperationSettings.Of(type);
        var definition = new DefinitionParser(findings).Parse(declared, own, fromType, labels.Labels, location);
        if (findings.IsRefused && !isSecondDoor)
        {
            return new(null, findings.ToArray());
        }

        var secondDoor = isSecondDoor ? SecondDoorParser.Parse(method, core, names) : null;
        var operation = new OperationModel
        {
            Type = TypeParts.Parse(type, isUnsafe: isSecondDoor && SignatureParser.HasPointers(method)),
            Method = Method(method, type, names, context, secondDoor),
            Definition = findings.IsRefused ? null : definition,
            Labels = labels.Arguments,
            Shape = ShapeParser.Of(method, core, compilation),
        };
        return new(operation, findings.ToArray());
    }

    private static MethodModel Method(
        IMethodSymbol method, INamedTypeSymbol type, TypeNames names, NullableContext context, SecondDoorModel? secondDoor)
    {
        var baseName = GeneratedNames.BaseName(method);
        var suffix = GeneratedNames.Suffix(method, type);
        return new()
        {
            BaseName = baseName,
            MetadataName = method.MetadataName,
            Display = Display(method),
            WrapperName = GeneratedNames.Wrapper(baseName, suffix),
            BodyName = GeneratedNames.Body(baseName, suffix),
            SeriesName = GeneratedNames.Series(baseName, suffix),
            Modifiers = SignatureParser.Modifiers(method),
            Returns = SignatureParser.Returns(method),
            ReturnType = SignatureParser.RefPrefix(method) + names.Of(method.ReturnType),
            Parameters = SignatureParser.Parameters(method, names, isSecondDoor: secondDoor is not null),
            TypeParameters = ConstraintParser.Parse(method, names),
            Attributes = SignatureParser.Attributes(method),
            ExperimentalIds = SignatureParser.ExperimentalIds(method),
            NullableDirective = NullableDirective(context),
            SecondDoor = secondDoor,
        };
    }

    internal static string Display(IMethodSymbol method) => method.ToDisplayString(s_display);

    internal static string? NullableDirective(NullableContext context) =>
        !context.AnnotationsEnabled() ? "#nullable disable"
        : !context.WarningsEnabled() ? "#nullable disable warnings"
        : null;

    /// <summary>The context that the method was written in. In another one its twins could warn where the method itself does not.</summary>
    internal static NullableContext NullableContextOf(ISymbol method, Compilation compilation) =>
        method.Locations.FirstOrDefault(location => location.IsInSource) is { SourceTree: { } tree } location
            ? compilation.GetSemanticModel(tree).GetNullableContext(location.SourceSpan.Start)
            : NullableContext.Enabled;
}
