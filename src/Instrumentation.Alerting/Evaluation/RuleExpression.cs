using Instrumentation.Alerting.History;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>An expression of a rule, compiled once and evaluated at each tick. Not thread-safe.</summary>
internal sealed class RuleExpression
{
    private RuleExpression(Expression expression, QueryOptions options)
    {
        Query = new Query(expression, options);
        Selectors = [.. RuleReach.Selectors(expression)];
        Window = RuleReach.Window(expression);
    }

    internal Query Query { get; }

    /// <summary>What it reads.</summary>
    internal IReadOnlyList<VectorSelector> Selectors { get; }

    /// <summary>How far back it looks, in milliseconds; 0 if only at the newest samples.</summary>
    internal long Window { get; }

    /// <exception cref="RuleException">The text is no expression that gives a vector or a number.</exception>
    internal static RuleExpression Compile(string text, string what, QueryOptions options)
    {
        var parsed = PromQLParser.Parse(text);
        if (!parsed.Success)
        {
            throw new RuleException($"{what}: {parsed.Errors[0].Describe(text)}");
        }

        if (parsed.Expression!.Kind is not (ValueKind.InstantVector or ValueKind.Scalar))
        {
            throw new RuleException($"{what}: \"{text}\" gives a {parsed.Expression.Kind.Name()}, but a rule needs an instant vector or a scalar");
        }

        try
        {
            return new RuleExpression(parsed.Expression, options);
        }
        catch (Exception exception) when (exception is QueryException or ArgumentException)
        {
            // The latter of a regular expression that is too large.
            throw new RuleException($"{what}: {exception.Message}", exception);
        }
    }
}
