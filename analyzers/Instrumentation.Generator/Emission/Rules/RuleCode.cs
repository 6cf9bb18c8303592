using System.Globalization;
using System.Text;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;

namespace Instrumentation.Generator.Emission.Rules;

/// <summary>Pieces of C# that make up rules.</summary>
internal static class RuleCode
{
    public static IEnumerable<string> Settings(AlertRuleModel rule)
    {
        yield return $"Name = {Code.Text(rule.Name)}";
        yield return $"Expression = {Marked(rule.Expression)}";
        if (rule.Condition is { } condition && condition != rule.Expression)
        {
            yield return $"Condition = {Code.Text(condition)}";
        }

        if (rule.For > 0)
        {
            yield return $"For = {Time(rule.For)}";
        }

        if (rule.KeepFiringFor > 0)
        {
            yield return $"KeepFiringFor = {Time(rule.KeepFiringFor)}";
        }

        yield return $"Severity = global::Instrumentation.AlertSeverity.{rule.Severity}";
        foreach (var (name, text) in new[] { ("Summary", rule.Summary), ("Description", rule.Description), ("Runbook", rule.Runbook) })
        {
            if (text is not null)
            {
                yield return $"{name} = {Code.Text(text)}";
            }
        }

        if (rule.Cooldown > 0)
        {
            yield return $"Cooldown = {Time(rule.Cooldown)}";
        }

        if (rule.ResolveExpression is { } resolve)
        {
            yield return $"ResolveExpression = {Marked(resolve)}";
        }

        foreach (var setting in Common(rule.Labels, rule.Series, rule.Group, rule.Member))
        {
            yield return setting;
        }
    }

    public static IEnumerable<string> Settings(RecordingRuleModel rule) =>
        new[] { $"Name = {Code.Text(rule.Name)}", $"Expression = {Marked(rule.Expression)}" }.Concat(Common(rule.Labels, rule.Series, rule.Group, rule.Member));

    /// <summary>A name for a field: letters and digits of the rule's name.</summary>
    public static string FieldName(string name)
    {
        var text = new StringBuilder();
        var startsWord = true;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            text.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return text.Length == 0 || !char.IsLetter(text[0]) ? "Rule" + text : text.ToString();
    }

    /// <summary>An expression for people, with an ellipsis for a prefix that is not known.</summary>
    public static string Plain(string expression) => expression.Replace(RulePrefix.Mark.ToString(), "…");

    private static IEnumerable<string> Common(EquatableArray<RuleLabel> labels, EquatableArray<string> series, string? group, string? member)
    {
        if (labels.Count > 0)
        {
            yield return $"Labels = [{string.Join(", ", labels.Select(label => $"({Code.Text(label.Name)}, {Code.Text(label.Value)})"))}]";
        }

        if (series.Count > 0)
        {
            yield return $"Series = [{string.Join(", ", series.Select(Marked))}]";
        }

        if (group is not null)
        {
            yield return $"Group = {Code.Text(group)}";
        }

        if (member is not null)
        {
            yield return $"Member = {Code.Text(member)}";
        }
    }

    /// <summary>A text in which the prefix of the assembly's metrics is put together at run time.</summary>
    private static string Marked(string text)
    {
        var pieces = text.Split(RulePrefix.Mark).Select(piece => piece.Length == 0 ? null : Code.Text(piece)).ToList();
        var code = string.Join(" + s_prefix + ", pieces.Select(piece => piece ?? ""));
        return pieces.Count == 1 ? code : code.StartsWith(" + ", StringComparison.Ordinal) ? code.Substring(3) : code;
    }

    private static string Time(long ticks)
    {
        var (name, amount) = ticks % TimeSpan.TicksPerHour == 0 ? ("FromHours", ticks / TimeSpan.TicksPerHour)
            : ticks % TimeSpan.TicksPerMinute == 0 ? ("FromMinutes", ticks / TimeSpan.TicksPerMinute)
            : ticks % TimeSpan.TicksPerSecond == 0 ? ("FromSeconds", ticks / TimeSpan.TicksPerSecond)
            : ("FromTicks", ticks);
        var number = amount.ToString(CultureInfo.InvariantCulture);

        // Hours and minutes take an int; what does not fit is written in ticks.
        return amount > int.MaxValue ? $"global::System.TimeSpan.FromTicks({ticks.ToString(CultureInfo.InvariantCulture)}L)"
            : name == "FromTicks" ? $"global::System.TimeSpan.FromTicks({number}L)"
            : $"global::System.TimeSpan.{name}({number})";
    }
}
