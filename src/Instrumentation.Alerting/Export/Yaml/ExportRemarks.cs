using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Alerting.Export.Yaml;

/// <summary>What a reader of the rule file should know.</summary>
internal static class ExportRemarks
{
    /// <param name="rule">Gets the remarks.</param>
    /// <param name="member">What declares the rule.</param>
    /// <param name="condition">The condition as it was written.</param>
    /// <param name="cooldown">In milliseconds.</param>
    /// <param name="resolveExpression">The second threshold.</param>
    public static void Add(ExportedRule rule, string? member, string? condition, long cooldown, string? resolveExpression)
    {
        if (condition is not null)
        {
            rule.Remarks.Add(member is null ? condition : member + ": " + condition);
        }
        else if (member is not null)
        {
            rule.Remarks.Add(member);
        }

        if (cooldown > 0)
        {
            rule.Remarks.Add("In the process it also has a cooldown of " + DurationText.Format(cooldown) + ", which a server does not know.");
        }

        if (resolveExpression is not null)
        {
            rule.Remarks.Add("In the process it resolves only when this has a result, which a server does not know: " + resolveExpression);
        }
    }
}
