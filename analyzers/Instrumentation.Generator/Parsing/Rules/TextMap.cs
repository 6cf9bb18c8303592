using Instrumentation.PromQL.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Where in the source each character of a constant text stands: through escapes, over concatenations, in constants of the same file.</summary>
internal sealed class TextMap
{
    private readonly IReadOnlyList<TextSpan>? _places;
    private readonly SyntaxNode _whole;

    private TextMap(SyntaxNode whole, IReadOnlyList<TextSpan>? places) => (_whole, _places) = (whole, places);

    /// <param name="expression">A constant expression.</param>
    /// <param name="text">Its value.</param>
    /// <param name="model">The model of its file.</param>
    public static TextMap Of(ExpressionSyntax expression, string text, SemanticModel model)
    {
        var places = new TextPlaces(model).Of(expression);
        return new(expression, places?.Count == text.Length ? places : null);
    }

    /// <summary>Of a text without source of its own: everything is in the same place.</summary>
    public static TextMap Of(SyntaxNode whole) => new(whole, null);

    /// <summary>The source of the whole text.</summary>
    public SourceLocation? Whole => SourceLocation.Of(_whole.GetLocation());

    /// <summary>The source of a part of the text; of all of it where the part has no place of its own.</summary>
    public SourceLocation? At(SourceRange range)
    {
        if (_places is null || range.Start < 0 || range.Start >= range.End || range.End > _places.Count)
        {
            return Whole;
        }

        var (start, end) = (_places[range.Start].Start, _places[range.End - 1].End);
        for (var i = range.Start + 1; i < range.End; i++)
        {
            // Pieces in an order other than the source's have no common place.
            if (_places[i].Start < _places[i - 1].Start)
            {
                return Whole;
            }
        }

        return SourceLocation.Of(Location.Create(_whole.SyntaxTree, TextSpan.FromBounds(start, end)));
    }
}
