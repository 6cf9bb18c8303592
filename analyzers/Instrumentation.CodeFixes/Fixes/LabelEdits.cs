using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>Edits of parameters and members that are labels.</summary>
internal static class LabelEdits
{
    /// <summary>The name of what the attribute stands on.</summary>
    internal static string? NameOf(AttributeSyntax attribute) => attribute.Parent?.Parent switch
    {
        ParameterSyntax parameter => parameter.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } variables } => variables[0].Identifier.ValueText,
        _ => null,
    };

    /// <summary>Puts an attribute before a parameter, on its line.</summary>
    internal static SyntaxNode AddAttribute(SyntaxNode root, ParameterSyntax parameter, string attribute)
    {
        var parsed = ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"void M([{attribute}] int x);")!).ParameterList.Parameters[0].AttributeLists[0];
        var list = parsed.WithLeadingTrivia(parameter.GetLeadingTrivia()).WithTrailingTrivia(SyntaxFactory.Space);
        return root.ReplaceNode(parameter, parameter.WithoutLeadingTrivia().WithAttributeLists(parameter.AttributeLists.Insert(0, list)));
    }

    internal static AttributeSyntax WithFirstArgument(AttributeSyntax attribute, string text)
    {
        var argument = SyntaxFactory.AttributeArgument(AttributeEdits.Text(text));
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var arguments = list.Arguments.Insert(0, argument);
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList(
            arguments, Enumerable.Repeat(SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), arguments.Count - 1))));
    }

    /// <summary>Takes a parameter out of its method; the calls that pass it no longer compile, which leads to them.</summary>
    internal static SyntaxNode? Remove(SyntaxNode root, ParameterSyntax parameter) => root.RemoveNode(parameter, SyntaxRemoveOptions.KeepNoTrivia);

    /// <summary>Whether the method of the parameter records a metric, so that every parameter is a label.</summary>
    internal static bool IsOfMetric(ParameterSyntax parameter) =>
        parameter.Parent?.Parent is MethodDeclarationSyntax method && method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => IsNamed(attribute, "GameMetric"));

    /// <summary>Whether the attribute stands on data of an event, which can be an identifier instead.</summary>
    internal static bool IsOfEvent(AttributeSyntax attribute) =>
        attribute.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault() is { } type
        && attribute.Parent?.Parent is PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax { Parent.Parent: TypeDeclarationSyntax }
        && type.AttributeLists.SelectMany(static list => list.Attributes).Any(static one => IsNamed(one, "GameEvent"));

    /// <summary>The same data as an identifier, which goes along to hooks, exemplars and logs and never makes a series.</summary>
    internal static SyntaxNode ToEventId(SyntaxNode root, AttributeSyntax attribute)
    {
        var name = attribute.ArgumentList?.Arguments.FirstOrDefault(static argument => argument.NameEquals is null);
        var identifier = SyntaxFactory.Attribute(SyntaxFactory.ParseName("EventId"));
        return root.ReplaceNode(attribute, (name is null ? identifier : identifier.WithArgumentList(SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(name))))
            .WithTriviaFrom(attribute));
    }

    private static bool IsNamed(AttributeSyntax attribute, string name) => attribute.Name.ToString().Split('.').Last() is var written && (written == name || written == name + "Attribute");
}
