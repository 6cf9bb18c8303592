using System.Globalization;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>What inputs may do, by the numbers that the rule compares with: below them, above them, and nothing at all.</summary>
internal static class InputChoices
{
    private const string BoundLabel = "le";

    internal static List<SeriesBehaviour[]> Counter(IReadOnlyList<double> numbers) =>
    [
        // First that something happens: a share of nothing is no number.
        [SeriesBehaviour.Rising(1)],
        [SeriesBehaviour.Rising(0)],
        .. numbers.SelectMany(static number => (SeriesBehaviour[][])[[SeriesBehaviour.Rising(number / 4)], [SeriesBehaviour.Rising(number * 4)]]),
        [SeriesBehaviour.Absent],
    ];

    internal static List<SeriesBehaviour[]> Gauge(IReadOnlyList<double> numbers) =>
    [
        [SeriesBehaviour.At(0)],
        [SeriesBehaviour.At(1)],
        .. numbers.SelectMany(static number => (SeriesBehaviour[][])
            [[SeriesBehaviour.At(number / 2)], [SeriesBehaviour.At(number * 2)], [SeriesBehaviour.At(number)], [SeriesBehaviour.At(-2 * number)]]),
        [SeriesBehaviour.Rising(1)],
        [SeriesBehaviour.Rising(-1)],
        .. numbers.SelectMany(static number => (SeriesBehaviour[][])[[SeriesBehaviour.Rising(number * 2)], [SeriesBehaviour.Rising(number * -2)]]),
        [SeriesBehaviour.Absent],
    ];

    /// <summary>All observations at one place among the buckets, at one rate; or none.</summary>
    internal static TestInput Histogram(Labels buckets, Labels? count, Labels? sum, IReadOnlyList<double> numbers, IReadOnlyList<string> wantedBounds)
    {
        var bounds = wantedBounds.Where(static bound => bound != "+Inf").Select(static bound => (Text: bound, Value: double.Parse(bound, CultureInfo.InvariantCulture))).ToList();
        foreach (var bound in numbers.SelectMany(static number => (double[])[number / 2, number, number * 2]))
        {
            if (!bounds.Exists(known => known.Value.Equals(bound)))
            {
                bounds.Add((Numbers.Format(bound), bound));
            }
        }

        if (bounds.Count == 0)
        {
            bounds.Add(("1", 1));
        }

        bounds.Sort(static (a, b) => a.Value.CompareTo(b.Value));
        List<Labels> series =
        [
            .. bounds.Select(bound => buckets.With(BoundLabel, bound.Text)), buckets.With(BoundLabel, "+Inf"), .. count is null ? [] : (Labels[])[count], .. sum is null ? [] : (Labels[])[sum],
        ];

        SeriesBehaviour[] Observe(int place, double rate)
        {
            var value = place == 0 ? bounds[0].Value / 2 : place == bounds.Count ? bounds[^1].Value * 2 : (bounds[place - 1].Value + bounds[place].Value) / 2;
            var behaviours = Enumerable.Range(0, bounds.Count + 1).Select(bucket => SeriesBehaviour.Rising(bucket >= place ? rate : 0)).ToList();
            if (count is not null)
            {
                behaviours.Add(SeriesBehaviour.Rising(rate));
            }

            if (sum is not null)
            {
                behaviours.Add(SeriesBehaviour.Rising(rate * value));
            }

            return [.. behaviours];
        }

        double[] rates = [1, .. numbers.Where(static number => number >= 1).Select(static number => number * 4)];
        List<SeriesBehaviour[]> choices =
        [
            Observe(0, 1), Observe(bounds.Count, 1), Observe(0, 0), .. rates.SelectMany(rate => Enumerable.Range(0, bounds.Count + 1).Select(place => Observe(place, rate))),
        ];
        return new TestInput(series, choices);
    }
}
