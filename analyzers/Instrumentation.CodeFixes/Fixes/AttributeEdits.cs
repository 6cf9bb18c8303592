using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>Edits of attributes that several fixes make.</summary>
internal static class AttributeEdits
{
    /// <summary>Removes an attribute, with its list when it is alone in it, and leaves the comments before it.</summary>
    internal static SyntaxNode? Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        if (attribute.Parent is not AttributeListSyntax list)
        {
            return null;
        }

        if (list.Attributes.Count > 1)
        {
            return root.RemoveNode(attribute, SyntaxRemoveOptions.KeepNoTrivia);
        }

        // What is still being typed may end behind the list, with nothing to bear the comments.
        var next = list.GetLastToken().GetNextToken();
        if (next.IsKind(SyntaxKind.None))
        {
            return null;
        }

        var tracked = root.TrackNodes(list);
        next = tracked.GetCurrentNode(list)!.GetLastToken().GetNextToken();
        var after = tracked.ReplaceToken(next, next.WithLeadingTrivia(list.GetLeadingTrivia()));
        return after.RemoveNode(after.GetCurrentNode(list)!, SyntaxRemoveOptions.KeepNoTrivia);
    }

    /// <summary>Removes one argument, with the parentheses when it is the last.</summary>
    internal static SyntaxNode? Remove(SyntaxNode root, AttributeArgumentSyntax argument) =>
        argument.Parent is AttributeArgumentListSyntax { Arguments.Count: 1 } list
            ? root.RemoveNode(list, SyntaxRemoveOptions.KeepNoTrivia)
            : root.RemoveNode(argument, SyntaxRemoveOptions.KeepNoTrivia);

    /// <summary>Puts another text in the place of a string literal, when the expression is one.</summary>
    internal static SyntaxNode? ReplaceText(SyntaxNode root, ExpressionSyntax? expression, Func<string, string?> correct) =>
        expression is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
        && correct(literal.Token.ValueText) is { } corrected
            ? root.ReplaceNode(literal, Text(corrected).WithTriviaFrom(literal))
            : null;

    /// <summary>Adds a setting behind the arguments there are, and leaves those as they are written.</summary>
    internal static AttributeSyntax Add(AttributeSyntax attribute, string name, ExpressionSyntax value)
    {
        var setting = SyntaxFactory.AttributeArgument(
            SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(name).WithTrailingTrivia(SyntaxFactory.Space))
                .WithEqualsToken(SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)),
            nameColon: null,
            value);
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            var only = SyntaxFactory.AttributeArgumentList(SyntaxFactory.SingletonSeparatedList(setting));
            return attribute.WithoutTrailingTrivia().WithArgumentList(only).WithTrailingTrivia(attribute.GetTrailingTrivia());
        }

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(list.WithArguments(SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(
            list.Arguments.GetWithSeparators().Add(comma).Add(setting))));
    }

    internal static LiteralExpressionSyntax Text(string text) =>
        SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal(text));

    internal static AttributeArgumentSyntax? Find(this AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
}
