namespace Instrumentation.Generator.Model;

/// <summary>A type that holds monitored methods.</summary>
/// <param name="Namespace">Escaped for code; empty for the global namespace.</param>
/// <param name="Declarations">The partial declarations to open, outermost first: <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Display">For doc comments: <c>Game.Outer&lt;T&gt;.Inner</c>.</param>
/// <param name="MetadataName">Full name with arity; orders and tells types apart.</param>
/// <param name="SimpleName">The names of the containing types and its own, joined by underscores and with arity: a base of
/// identifiers.</param>
internal sealed record TypeModel(
    string Namespace,
    EquatableArray<string> Declarations,
    string Display,
    string MetadataName,
    string SimpleName)
{
    private const int MaxHintLength = 160;

    /// <summary>The name of a generated file of the type.</summary>
    /// <param name="taken">The names of files there are.</param>
    /// <param name="suffix">Tells the files of one type apart.</param>
    public string HintName(UniqueNames taken, string suffix)
    {
        var name = MetadataName.Replace('+', '.').Replace('`', '_');
        return taken.Add((name.Length > MaxHintLength ? name.Substring(name.Length - MaxHintLength) : name) + suffix) + ".g.cs";
    }
}
