using System.Globalization;
using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Reads what an <c>[Slo]</c> says.</summary>
internal sealed class SloSettings
{
    private const decimal Day = 86400;

    public SloSettings(AttributeArguments arguments, RuleFindings findings)
    {
        Name = arguments.Named("Name")?.Text is { Length: > 0 } name ? name : null;
        Objective = ReadObjective(arguments.Positional(0, "objective"), findings);
        ObjectiveText = arguments.Positional(0, "objective")?.Text.Trim() ?? "";
        LatencyText = arguments.Named("Latency");
        Latency = ReadLatency(LatencyText, findings);
        Window = ReadWindow(arguments.Named("Window"), findings);
        Runbook = new RuleTextChecks(arguments, findings).Runbook();
    }

    public string? Name { get; }

    /// <summary>The share of good calls.</summary>
    public decimal Objective { get; }

    public string ObjectiveText { get; }

    /// <summary>In seconds; null when only failures are bad.</summary>
    public double? Latency { get; }

    public ArgumentText? LatencyText { get; }

    /// <summary>In seconds.</summary>
    public decimal Window { get; } = 30 * Day;

    public string? Runbook { get; }

    private static decimal ReadObjective(ArgumentText? text, RuleFindings findings)
    {
        if (text is null)
        {
            return 0.99m;
        }

        var written = text.Text.Trim();
        var isPercent = written.EndsWith("%", StringComparison.Ordinal);
        if (decimal.TryParse((isPercent ? written.Substring(0, written.Length - 1).TrimEnd() : written), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            var share = isPercent ? number / 100 : number;
            if (share is > 0 and < 1)
            {
                return share;
            }

            var meant = !isPercent && number is > 1 and < 100 ? written + "%" : null;
            findings.Refuse(
                FindingIds.InvalidObjective,
                text.Content,
                share == 1
                    ? "an objective of 100 % leaves no budget, so that every failure would break it for the whole window; leave some, as in 99.99%"
                    : $"the objective '{written}' is not above 0 % and below 100 %{(meant is null ? "" : $"; did you mean {meant}?")}",
                meant);
        }
        else
        {
            findings.Refuse(FindingIds.InvalidObjective, text.Content, $"'{text.Text}' is no objective; write a share of calls, as in 99.9%");
        }

        return 0.99m;
    }

    private static double? ReadLatency(ArgumentText? text, RuleFindings findings)
    {
        if (text is null)
        {
            return null;
        }

        var tokens = ConditionLexer.Read(text.Text);
        if (tokens.Count == 2 && tokens[0].Kind == ConditionTokenKind.Number)
        {
            var quantity = QuantityReader.Read(tokens[0], out var error);
            if (quantity is { Base: UnitBase.Time, PerSeconds: null, Value: > 0 })
            {
                return (double)quantity.Value;
            }

            var meant = error?.Replacement ?? (quantity is { Base: null, PerSeconds: null } ? text.Text.Trim() + "ms" : null);
            findings.Refuse(
                FindingIds.InvalidObjective, text.Content, $"'{text.Text}' is no duration; {(meant is null ? "write for example 250ms" : $"did you mean {meant}?")}", meant);
        }
        else
        {
            findings.Refuse(FindingIds.InvalidObjective, text.Content, $"'{text.Text}' is no duration; write for example 250ms");
        }

        return null;
    }

    private static decimal ReadWindow(ArgumentText? text, RuleFindings findings)
    {
        if (text is null)
        {
            return 30 * Day;
        }

        if (DurationText.TryParse(text.Text, out var milliseconds))
        {
            var seconds = milliseconds / 1000m;
            if (seconds is < Day or > 90 * Day)
            {
                findings.Refuse(FindingIds.InvalidObjective, text.Content, $"the window '{text.Text}' is not from a day to 90 days");
                return 30 * Day;
            }

            return seconds;
        }

        var meant = WindowParser.Suggest(text.Text.Trim());
        findings.Refuse(
            FindingIds.InvalidObjective, text.Content, $"'{text.Text}' is no duration; {(meant is null ? "write for example 30d" : $"did you mean {meant}?")}", meant);
        return 30 * Day;
    }
}
