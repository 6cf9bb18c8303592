using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>A piece of data of an event: a property, field, method with a value, or parameter of the primary constructor, with all that is written on it.</summary>
/// <param name="Symbol">What stands for it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Access">How <c>Record()</c> reads it.</param>
/// <param name="IsReadOnly">Whether reading it leaves a struct as it is.</param>
/// <param name="Sources">The symbols that attributes may be on: of a positional property its parameter and its field as well.</param>
internal sealed record EventSlot(ISymbol Symbol, ITypeSymbol Type, string Access, bool IsReadOnly, IReadOnlyList<ISymbol> Sources)
{
    public string Name => Symbol.Name;

    public AttributeData? Label => Find(Attributes.MetricLabel);

    public AttributeData? Id => Find(Attributes.EventId);

    public IReadOnlyList<MetricSettings> Metrics => [.. Sources.SelectMany(MetricSettings.AllOf)];

    /// <summary>The data of an event that is written on, in the order of declaration.</summary>
    public static IReadOnlyList<EventSlot> AllOf(INamedTypeSymbol type)
    {
        var parameters = PrimaryConstructor(type)?.Parameters ?? [];
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.AssociatedSymbol is not null).ToArray();
        var members = type.GetMembers().Where(member => !member.IsStatic).Select(member => OfMember(member, parameters, fields)).OfType<EventSlot>().ToList();

        // A class or struct captures its parameters; those of a record are properties.
        var captured = parameters
            .Where(parameter => members.All(member => !member.Sources.Contains(parameter, SymbolEqualityComparer.Default)))
            .Select(parameter => new EventSlot(parameter, parameter.Type, TypeNames.Escape(parameter.Name), IsReadOnly: true, [parameter]));
        return
        [
            .. captured.Concat(members)
                .Where(slot => slot.Label is not null || slot.Id is not null || slot.Metrics.Count > 0)
                .OrderBy(slot => slot.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(slot => slot.Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start),
        ];
    }

    public static IMethodSymbol? PrimaryConstructor(INamedTypeSymbol type) => type.InstanceConstructors.FirstOrDefault(constructor =>
        constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax));

    private static EventSlot? OfMember(ISymbol member, IEnumerable<IParameterSymbol> parameters, IFieldSymbol[] fields) => member switch
    {
        IFieldSymbol { AssociatedSymbol: null } field =>
            new(field, field.Type, "this." + TypeNames.Escape(field.Name), IsReadOnly: true, [field]),
        IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property => new(
            property,
            property.Type,
            "this." + TypeNames.Escape(property.Name),
            getter.IsReadOnly,
            [
                property,
                .. fields.Where(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
                .. parameters.Where(parameter => property.ContainingType.IsRecord && parameter.Name == property.Name),
            ]),
        IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.Length: 0, ReturnsVoid: false, Arity: 0 } method =>
            new(method, method.ReturnType, $"this.{TypeNames.Escape(method.Name)}()", method.IsReadOnly, [method]),
        _ => null,
    };

    private AttributeData? Find(string attribute) =>
        Sources.Select(source => source.Find(attribute)).FirstOrDefault(found => found is not null);
}
