using System.Composition;
using Instrumentation.Analyzers;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST029: makes the metric once, in a static field. Only of what is static and constant itself, so that the field can be initialized with it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST029MetricCreatedAgainFix() : RuleFix(DiagnosticIds.MetricCreatedAgain, "Keep the metric in a static field")
{
    private const string Create = "Create";

    /// <inheritdoc/>
    protected override SyntaxNode? Change(SyntaxNode root, SyntaxNode node)
    {
        if (node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { Expression: MemberAccessExpressionSyntax { Name: { } method } access } creation
            || !creation.ArgumentList.Arguments.All(static argument => IsConstant(argument.Expression))
            || creation.ArgumentList.Arguments.FirstOrDefault()?.Expression is not LiteralExpressionSyntax { Token.Value: string name }
            || creation.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type
            || type is InterfaceDeclarationSyntax
            || !IsStatic(access.Expression, type)
            || TypeOf(method) is not { } metric)
        {
            return null;
        }

        var field = FieldName(name);
        if (field is null || type.DescendantTokens().Any(token => token.ValueText == field))
        {
            return null;
        }

        // Behind the fields, since static fields are initialized in the order of the text and the meter may be one of them.
        var declaration = SyntaxFactory.ParseMemberDeclaration($"private static readonly {metric} {field} = {creation.WithoutTrivia()};")!;
        var place = type.Members.TakeWhile(static member => member is FieldDeclarationSyntax).Count();
        var indent = type.Members[0].GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).Take(1);
        var changed = type.ReplaceNode(creation, SyntaxFactory.IdentifierName(field).WithTriviaFrom(creation));
        return root.ReplaceNode(type, changed.WithMembers(changed.Members.Insert(
            place,
            declaration.WithLeadingTrivia(indent).WithTrailingTrivia(SyntaxFactory.LineFeed))));
    }

    /// <summary>A static field of the type, a property of a class such as <c>InstrumentRegistry.Default</c>, or a class itself.</summary>
    private static bool IsStatic(ExpressionSyntax receiver, TypeDeclarationSyntax type) => receiver switch
    {
        IdentifierNameSyntax { Identifier.ValueText: var name } => name == "Metrics" || type.Members.OfType<FieldDeclarationSyntax>().Any(field =>
            field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Declaration.Variables.Any(variable => variable.Identifier.ValueText == name)),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "InstrumentRegistry" }, Name.Identifier.ValueText: "Default" } => true,
        _ => false,
    };

    /// <summary><c>CreateCounter&lt;long&gt;</c> makes a <c>Counter&lt;long&gt;</c>.</summary>
    private static string? TypeOf(SimpleNameSyntax method) => method.Identifier.ValueText is var name && name.StartsWith(Create, StringComparison.Ordinal)
        ? method.ToString().Substring(Create.Length)
        : name is "Counter" or "Gauge" or "UpDownCounter" ? name : null;

    private static bool IsConstant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax => true,
        CollectionExpressionSyntax collection => collection.Elements.All(static element => element is ExpressionElementSyntax { Expression: LiteralExpressionSyntax }),
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions.All(static element => element is LiteralExpressionSyntax),
        _ => false,
    };

    private static string? FieldName(string metric)
    {
        var words = SnakeCase.Of(ValidNames.ForMetric(metric) ?? "").Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Length > 1 && words[words.Length - 1] == "total" ? words.Take(words.Length - 1) : words;
        var name = string.Concat(kept.Select(static (word, place) => place == 0 ? word : char.ToUpperInvariant(word[0]) + word.Substring(1)));
        return name.Length == 0 ? null : "s_" + name;
    }
}
