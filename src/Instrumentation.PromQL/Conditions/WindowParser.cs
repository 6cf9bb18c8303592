using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Reads the duration after <c>over</c>.</summary>
internal static class WindowParser
{
    public static ConditionWindow Read(ConditionToken over, ConditionToken duration)
    {
        if (duration.Kind != ConditionTokenKind.Number)
        {
            throw duration.Kind == ConditionTokenKind.End
                ? new ConditionException(ConditionProblem.Syntax, over.Range, "a duration is missing after \"over\", as in over 5m")
                : new ConditionException(ConditionProblem.Syntax, duration.Range, $"'{duration.Text}' is no duration; write for example over 5m");
        }

        if (DurationText.TryParse(duration.Text, out var milliseconds))
        {
            return milliseconds > 0
                ? new(TimeSpan.FromMilliseconds(milliseconds), duration.Range, NeedsSamples: true)
                : throw new ConditionException(ConditionProblem.Syntax, duration.Range, "a window must be longer than nothing");
        }

        var meant = Suggest(duration.Text);
        throw new ConditionException(new ConditionError(
            ConditionProblem.Syntax,
            duration.Range,
            $"'{duration.Text}' is no duration; {(meant is null ? "units are ms, s, m, h, d, w and y, from large to small, as in 1h30m" : $"did you mean {meant}?")}")
        {
            Replacement = meant,
        });
    }

    /// <summary>The duration that was probably meant.</summary>
    internal static string? Suggest(string text)
    {
        var joined = string.Concat(text.Where(static letter => !char.IsWhiteSpace(letter)));
        if (joined != text && DurationText.TryParse(joined, out var whole) && whole > 0)
        {
            return joined;
        }

        var digits = 0;
        while (digits < text.Length && Characters.IsDigit(text[digits]))
        {
            digits++;
        }

        if (digits == 0 || digits > 9)
        {
            return null;
        }

        var unit = text.Substring(digits).Trim();
        var meant = unit.Length == 0 ? "m" : UnitTable.Suggest(unit);
        var suggestion = text.Substring(0, digits) + meant;
        return meant is not null && DurationText.TryParse(suggestion, out var length) && length > 0 ? suggestion : null;
    }
}
