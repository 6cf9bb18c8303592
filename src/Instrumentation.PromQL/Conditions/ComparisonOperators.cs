using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>The operators of comparisons, and what is often written for them in other languages.</summary>
internal static class ComparisonOperators
{
    /// <summary>The operator of a token, or what is wrong with it.</summary>
    public static ConditionException? Read(ConditionToken token, out BinaryOperator comparison)
    {
        comparison = BinaryOperator.Equal;
        var meant = token.Text switch
        {
            "=" or "===" => "==",
            "=>" or "≥" => ">=",
            "=<" or "≤" => "<=",
            "<>" or "≠" or "!==" or "!" => "!=",
            ">>" => ">",
            "<<" => "<",
            "&&" or "&" => "and",
            "||" or "|" => "or",
            _ => null,
        };
        if (meant is null)
        {
            comparison = token.Text switch
            {
                ">" => BinaryOperator.Greater,
                "<" => BinaryOperator.Less,
                ">=" => BinaryOperator.GreaterOrEqual,
                "<=" => BinaryOperator.LessOrEqual,
                "!=" => BinaryOperator.NotEqual,
                _ => BinaryOperator.Equal,
            };
            return token.Text is ">" or "<" or ">=" or "<=" or "!=" or "=="
                ? null
                : new(ConditionProblem.Syntax, token.Range, $"there is no operator '{token.Text}'; there are >, <, >=, <=, == and !=");
        }

        return new(new ConditionError(ConditionProblem.Syntax, token.Range, $"there is no operator '{token.Text}'; did you mean {meant}?") { Replacement = meant });
    }

    /// <summary>The operator that says the same with its sides exchanged.</summary>
    public static BinaryOperator Turned(BinaryOperator comparison) => comparison switch
    {
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        _ => comparison,
    };
}
