using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Finds the place of each character of a constant expression's value.</summary>
internal sealed class TextPlaces(SemanticModel model)
{
    // A constant that is made of itself is an error that the compiler reports; here it must only end.
    private const int DeepestReference = 20;

    private int _depth;

    /// <summary>One place for each character of the value; null when there is no value.</summary>
    public IReadOnlyList<TextSpan>? Of(ExpressionSyntax expression)
    {
        if (model.GetConstantValue(expression).Value is not string value)
        {
            return null;
        }

        return expression switch
        {
            LiteralExpressionSyntax literal => LiteralPlaces.Of(literal.Token) ?? Repeat(expression, value),
            ParenthesizedExpressionSyntax parenthesized => Of(parenthesized.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Joined(Of(sum.Left), Of(sum.Right)) ?? Repeat(expression, value),
            InterpolatedStringExpressionSyntax interpolated => Of(interpolated, value),
            IdentifierNameSyntax or MemberAccessExpressionSyntax => OfConstant(expression, value),
            _ => Repeat(expression, value),
        };
    }

    private IReadOnlyList<TextSpan> Of(InterpolatedStringExpressionSyntax interpolated, string value)
    {
        IReadOnlyList<TextSpan>? places = [];
        foreach (var part in interpolated.Contents)
        {
            places = Joined(places, part switch
            {
                InterpolatedStringTextSyntax text => LiteralPlaces.OfInterpolated(text.TextToken, interpolated.StringStartToken),
                InterpolationSyntax hole => Of(hole.Expression),
                _ => null,
            });
        }

        return places?.Count == value.Length ? places : Repeat(interpolated, value);
    }

    /// <summary>A constant of the same file is as good a place as a literal; one of another file is pointed at where it is used.</summary>
    private IReadOnlyList<TextSpan> OfConstant(ExpressionSyntax expression, string value)
    {
        if (model.GetSymbolInfo(expression).Symbol is { } symbol
            && symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } initializer }
            && initializer.SyntaxTree == expression.SyntaxTree
            && ++_depth < DeepestReference
            && Of(initializer) is { } places
            && places.Count == value.Length)
        {
            return places;
        }

        return Repeat(expression, value);
    }

    private static IReadOnlyList<TextSpan>? Joined(IReadOnlyList<TextSpan>? left, IReadOnlyList<TextSpan>? right) =>
        left is null || right is null ? null : [.. left, .. right];

    private static IReadOnlyList<TextSpan> Repeat(ExpressionSyntax expression, string value) => [.. Enumerable.Repeat(expression.Span, value.Length)];
}
