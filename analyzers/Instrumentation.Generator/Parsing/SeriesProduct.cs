using System.Globalization;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>How the labels of a metric multiply, for messages: <c>12 weapons × 30 maps = 360</c>.</summary>
internal static class SeriesProduct
{
    private const long Countable = 1_000_000_000_000;

    /// <param name="labels">The labels.</param>
    /// <param name="size">How many values of a label are counted.</param>
    public static string Describe(IEnumerable<LabelModel> labels, Func<LabelModel, int> size)
    {
        var factors = labels.Select(label => (label.Name, Size: size(label))).ToList();
        var product = factors.Aggregate(1L, (product, factor) => product > Countable ? product : product * factor.Size);
        return string.Join(" × ", factors.Select(factor => $"{Number(factor.Size)} {Plural(factor.Name.Replace('_', ' '))}"))
            + (product > Countable ? $" = more than {Number(Countable)}" : $" = {Number(product)}");
    }

    /// <summary>A number with its thousands apart.</summary>
    public static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Plural(string noun) => noun.EndsWith("s", StringComparison.Ordinal) ? noun
        : noun.EndsWith("y", StringComparison.Ordinal) ? noun.Substring(0, noun.Length - 1) + "ies"
        : noun + "s";
}
