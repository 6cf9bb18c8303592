namespace Instrumentation.PromQL.Parsing.Syntax;

/// <summary>A node of the syntax tree. Immutable; safe to share between threads.</summary>
/// <param name="Range">Where it stands in the query.</param>
public abstract record Expression(SourceRange Range)
{
    /// <summary>What it evaluates to, from its form alone; the type checker says whether the parts fit.</summary>
    public abstract ValueKind Kind { get; }

    /// <summary>The direct parts, in the order of the text.</summary>
    public abstract IReadOnlyList<Expression> Children { get; }

    /// <summary>Canonical PromQL.</summary>
    public sealed override string ToString() => Printer.Print(this);
}
