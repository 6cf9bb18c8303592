using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Generator.Parsing;

/// <summary>A place in the source as a plain value: it compares equal between compilations and holds no syntax tree alive.</summary>
internal sealed record SourceLocation(string Path, int Start, int Length, int StartLine, int StartColumn, int EndLine, int EndColumn)
{
    public static SourceLocation? Of(Location? location)
    {
        if (location?.SourceTree is not { } tree)
        {
            return null;
        }

        var lines = location.GetLineSpan();
        return new(
            tree.FilePath,
            location.SourceSpan.Start,
            location.SourceSpan.Length,
            lines.StartLinePosition.Line,
            lines.StartLinePosition.Character,
            lines.EndLinePosition.Line,
            lines.EndLinePosition.Character);
    }

    public static SourceLocation? Of(ISymbol symbol) => Of(symbol.Locations.FirstOrDefault());

    public static SourceLocation? Of(AttributeData attribute) => attribute.ApplicationSyntaxReference is { } reference
        ? Of(Location.Create(reference.SyntaxTree, reference.Span))
        : null;

    /// <summary>
    /// Where an argument of the attribute stands, by its name, or the first positional one for null; the attribute when it is not there.
    /// </summary>
    public static SourceLocation? Of(AttributeData attribute, string? argument) =>
        attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList: { } list }
        && list.Arguments.FirstOrDefault(a => a.NameEquals?.Name.Identifier.ValueText == argument) is { } found
            ? Of(found.GetLocation())
            : Of(attribute);

    /// <summary>The same place as a diagnostic wants it: within the tree where it has one, so that suppressions and fixes apply.</summary>
    public Location ToLocation(Compilation compilation)
    {
        var span = new TextSpan(Start, Length);
        var tree = compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == Path && span.End <= tree.Length);
        return tree is not null
            ? Location.Create(tree, span)
            : Location.Create(Path, span, new(new(StartLine, StartColumn), new(EndLine, EndColumn)));
    }
}
