using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>What a condition asserts, as far as it compares something with numbers.</summary>
internal abstract record Assertion;

/// <summary>Something that is not looked into.</summary>
internal sealed record UnknownAssertion : Assertion;

/// <summary>A comparison with a number.</summary>
/// <param name="Key">What is compared; equal for equal things.</param>
/// <param name="Name">The same for people.</param>
/// <param name="Operator">How, with the number on the right.</param>
/// <param name="Value">The number.</param>
/// <param name="Least">The least that the thing can be.</param>
/// <param name="Most">The most that it can be.</param>
/// <param name="Why">Why it can be no more, for people.</param>
/// <param name="Range">Where the comparison stands.</param>
internal sealed record ComparisonAssertion(
    string Key, string Name, BinaryOperator Operator, double Value, double Least, double Most, string Why, SourceRange Range) : Assertion
{
    /// <summary>What is written for the number, for messages and suggestions.</summary>
    public string ValueText { get; init; } = "";

    /// <summary>Whether a plain number is one of seconds.</summary>
    public bool IsSeconds { get; init; }

    /// <summary>Where the number stands.</summary>
    public SourceRange ValueRange { get; init; }
}

/// <summary>Both hold.</summary>
internal sealed record BothAssertion(Assertion Left, Assertion Right) : Assertion;

/// <summary>One of them holds.</summary>
internal sealed record EitherAssertion(Assertion Left, Assertion Right) : Assertion;
