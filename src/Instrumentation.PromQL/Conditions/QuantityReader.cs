using System.Globalization;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Conditions;

/// <summary>Reads numbers with units: <c>100ms</c>, <c>5%</c>, <c>1.5GB</c>, <c>20/s</c>, <c>5MB/s</c>, <c>1h30m</c>.</summary>
internal static class QuantityReader
{
    /// <summary>Reads a number, or says what is wrong with it.</summary>
    public static Quantity? Read(ConditionToken token, out ConditionError? error)
    {
        error = null;
        var text = token.Text;
        var numberEnd = NumberEnd(text);
        var stroke = text.IndexOf("/", StringComparison.Ordinal);
        var unitEnd = stroke < 0 ? text.Length : stroke;
        var number = text.Substring(0, numberEnd);
        var unit = text.Substring(numberEnd, unitEnd - numberEnd).Trim();
        var time = stroke < 0 ? null : text.Substring(stroke + 1).Trim();

        var perTime = time is null ? null : UnitTable.PerTime(time);
        if (time is not null && perTime is null)
        {
            error = UnknownUnit(token, number + unit, "/" + time);
            return null;
        }

        if (unit.Length > 0 && Characters.IsDigit(unit[unit.Length - 1]) is false && HasDigit(unit)
            && DurationText.TryParse(text.Substring(0, unitEnd), out var milliseconds))
        {
            return new(milliseconds / 1000m, UnitBase.Time, perTime);
        }

        if (!decimal.TryParse(
            number.Replace("_", ""), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            error = new(ConditionProblem.Syntax, token.Range, $"'{number}' is no number that can be compared with");
            return null;
        }

        if (unit.Length == 0)
        {
            return new(value, null, perTime);
        }

        if (unit == "Hz" && time is null)
        {
            return new(value, null, 1);
        }

        if (UnitTable.TryFind(unit, out var measures, out var factor) && value < decimal.MaxValue / 1_099_511_627_776)
        {
            return new(value * factor, measures, perTime);
        }

        error = UnknownUnit(token, number, unit, time is null ? "" : "/" + time);
        return null;
    }

    private static ConditionError UnknownUnit(ConditionToken token, string before, string unit, string after = "")
    {
        var suggestion = UnitTable.Suggest(unit);
        var replacement = suggestion is null ? null : before + suggestion + after;
        var hint = replacement is null ? $"the units are {UnitTable.List}" : $"did you mean {replacement}?";
        return new(ConditionProblem.WrongUnit, token.Range, $"there is no unit '{unit}'; {hint}") { Replacement = replacement };
    }

    private static int NumberEnd(string text)
    {
        var position = Digits(text, 0);
        if (position < text.Length && text[position] == '.')
        {
            position = Digits(text, position + 1);
        }

        if (position + 1 < text.Length && text[position] is 'e' or 'E')
        {
            var digits = position + (text[position + 1] is '+' or '-' ? 2 : 1);
            var end = Digits(text, digits);
            position = end > digits ? end : position;
        }

        return position;
    }

    private static int Digits(string text, int position)
    {
        while (position < text.Length && (Characters.IsDigit(text[position]) || text[position] == '_'))
        {
            position++;
        }

        return position;
    }

    private static bool HasDigit(string text)
    {
        foreach (var c in text)
        {
            if (Characters.IsDigit(c))
            {
                return true;
            }
        }

        return false;
    }
}
