using System.Globalization;
using System.Text.RegularExpressions;
using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>A run of histograms: one, or one that grows or shrinks: <c>{{…}}+{{…}}x5</c>.</summary>
public static partial class HistogramSequence
{
    /// <summary>Reads the run at the start of a text, and says how long it is; 0 if there is none.</summary>
    public static int Read(string text, List<SequenceValue> values)
    {
        var match = Run().Match(text);
        if (!match.Success)
        {
            return 0;
        }

        var histogram = HistogramParser.Parse(match.Groups["start"].Value);
        var step = match.Groups["step"].Success ? HistogramParser.Parse(match.Groups["step"].Value) : null;
        var times = match.Groups["times"].Success ? int.Parse(match.Groups["times"].Value, CultureInfo.InvariantCulture) : 0;
        var namesHint = HistogramParser.NamesHint(match.Groups["step"].Success ? match.Groups["step"].Value : match.Groups["start"].Value);
        for (var i = 0; i <= times; i++)
        {
            values.Add(new SequenceValue(0, Histogram: histogram) { NamesHint = namesHint });
            if (step is not null && i < times)
            {
                histogram = (match.Groups["sign"].Value == "+"
                    ? HistogramArithmetic.Add(histogram, step, out _)
                    : HistogramArithmetic.Subtract(histogram, step, out _)) ?? throw new FormatException($"cannot combine: {match.Value}");
            }
        }

        return match.Length;
    }

    [GeneratedRegex(@"^(?<start>\{\{.*?\}\})((?<sign>[+-])(?<step>\{\{.*?\}\}))?(x(?<times>[0-9]+))?")]
    private static partial Regex Run();
}
