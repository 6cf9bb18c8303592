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
    string SimpleName);
