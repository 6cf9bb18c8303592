using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Parsing.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>The alert rules and objectives of one compilation, by the syntax of their attributes. Parsed once, however many rules ask.</summary>
internal sealed class RuleDeclarations(Compilation compilation)
{
    private static readonly ConditionalWeakTable<Compilation, RuleDeclarations> s_all = new();

    private readonly ConcurrentDictionary<AttributeSyntax, RuleDeclaration?> _parsed = new();
    private readonly Lazy<HashSet<string>> _names = new(() => NamesIn(compilation));

    internal static RuleDeclarations Of(Compilation compilation) => s_all.GetValue(compilation, static compilation => new(compilation));

    /// <summary>What an attribute declares; null when it is another attribute. Its name is asked first: to bind every attribute of a program takes long.</summary>
    internal RuleDeclaration? Of(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation) =>
        _names.Value.Contains(NameOf(attribute.Name)) ? _parsed.GetOrAdd(attribute, attribute => Parse(attribute, model, cancellation)) : null;

    /// <summary>The names that the two attributes may be written with, and all others that <c>using</c> gives to anything.</summary>
    private static HashSet<string> NamesIn(Compilation compilation)
    {
        const string suffix = nameof(Attribute);
        var names = new HashSet<string>(StringComparer.Ordinal) { "AlertRule", "AlertRuleAttribute", "Slo", "SloAttribute" };
        foreach (var alias in compilation.SyntaxTrees.SelectMany(static tree => tree.GetRoot().DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
            .OfType<UsingDirectiveSyntax>().Select(static directive => directive.Alias?.Name.Identifier.ValueText).OfType<string>())
        {
            names.Add(alias);
            names.Add(alias.EndsWith(suffix, StringComparison.Ordinal) ? alias.Substring(0, alias.Length - suffix.Length) : alias);
        }

        return names;
    }

    private static string NameOf(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    private RuleDeclaration? Parse(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        var type = model.GetTypeInfo(attribute, cancellation).Type;
        var isRule = type.IsNamed(Attributes.AlertRule);
        if ((!isRule && !type.IsNamed(Attributes.Slo))
            || Bearer(attribute, model, cancellation) is not { } symbol
            || Find(symbol, attribute) is not { } data)
        {
            return null;
        }

        return isRule
            ? new(AlertRuleParser.Parse(symbol, data, compilation, cancellation), null)
            : new(null, SloParser.Parse(symbol, data, compilation, cancellation));
    }

    private static AttributeData? Find(ISymbol symbol, AttributeSyntax attribute) => symbol.GetAttributes().FirstOrDefault(data =>
        data.ApplicationSyntaxReference is { } reference && reference.SyntaxTree == attribute.SyntaxTree && reference.Span == attribute.Span);

    /// <summary>The symbol that an attribute is on.</summary>
    private ISymbol? Bearer(AttributeSyntax attribute, SemanticModel model, CancellationToken cancellation)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Target?.Identifier.IsKind(SyntaxKind.AssemblyKeyword) == true)
        {
            return compilation.Assembly;
        }

        var declared = list.Parent switch
        {
            BaseFieldDeclarationSyntax field when field.Declaration.Variables.Count > 0 => model.GetDeclaredSymbol(field.Declaration.Variables[0], cancellation),
            { } node => model.GetDeclaredSymbol(node, cancellation),
            _ => null,
        };
        return declared switch
        {
            // The property that a record makes of its parameter.
            IParameterSymbol { ContainingType: { } type } parameter when list.Target?.Identifier.IsKind(SyntaxKind.PropertyKeyword) == true =>
                type.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault(),
            IMethodSymbol { PartialDefinitionPart: { } definition } => definition,
            _ => declared,
        };
    }
}
