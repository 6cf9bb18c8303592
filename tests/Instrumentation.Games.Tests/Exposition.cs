using System.Globalization;
using System.Text.RegularExpressions;

namespace Instrumentation.Games.Tests;

/// <summary>What a scrape says, in Prometheus' text format.</summary>
internal sealed partial class Exposition(string text)
{
    private readonly string[] _lines = text.Split('\n');

    internal string? KindOf(string metric) =>
        _lines.FirstOrDefault(line => line.StartsWith($"# TYPE {metric} ", StringComparison.Ordinal))?.Split(' ')[^1];

    /// <summary>The names of the labels of a metric that has samples; <c>le</c> aside.</summary>
    internal IEnumerable<string> LabelsOf(string metric)
    {
        var sample = _lines.FirstOrDefault(line => Regex.IsMatch(line, $"^{metric}(_count)?[ {{]"));
        Assert.True(sample is not null, $"{metric} has no sample.");
        return LabelName().Matches(sample).Select(match => match.Groups[1].Value).Where(name => name != "le").Order(StringComparer.Ordinal);
    }

    /// <summary>A series that was never touched is 0.</summary>
    internal double ValueOrZero(string series) =>
        _lines.FirstOrDefault(line => line.StartsWith(series + " ", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture)
            : 0;

    internal double Sum(string metric, string label) => _lines
        .Where(line => line.StartsWith(metric + "{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(static line => double.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture));

    [GeneratedRegex("([a-z_]+)=\"")]
    private static partial Regex LabelName();
}
