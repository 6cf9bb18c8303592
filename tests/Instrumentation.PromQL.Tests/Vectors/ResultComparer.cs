using System.Globalization;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Holds a result against what was expected (compareResult in promqltest); null means that it fits.</summary>
public static class ResultComparer
{
    private const double Tolerance = 0.000001;

    public static string? Compare(EvalCommand command, QueryResult result)
    {
        var expected = command.Expected;
        switch (result.Kind)
        {
            case ValueKind.String:
                return result.Text == expected.Text ? null : $"expected \"{expected.Text}\", got \"{result.Text}\"";
            case ValueKind.Scalar:
                return expected.Scalar is { } scalar && Same(scalar, result.Scalar)
                    ? null
                    : $"expected {(expected.Scalar is { } wanted ? $"{wanted:R}" : "no scalar")}, got scalar {result.Scalar:R}";
            case ValueKind.InstantVector:
                return CompareVector(expected, result.Vector, expected.Ordered);
            default:
                var (start, step) = expected.RangeVector is { } range ? (range.Start, range.Step) : (command.Start, command.Step);
                return CompareMatrix(expected, result.Matrix, start, step);
        }
    }

    public static string? CompareVector(Expectations expected, IReadOnlyList<VectorSample> vector, bool ordered)
    {
        if (expected.Scalar is { } scalar)
        {
            return vector.Count == 1 && Same(scalar, vector[0].Value) ? null : $"expected the scalar {scalar}, got {Show(vector)}";
        }

        if (vector.Count != expected.Series.Count)
        {
            return $"expected {expected.Series.Count} series, got {Show(vector)}";
        }

        for (var i = 0; i < vector.Count; i++)
        {
            var wanted = ordered ? expected.Series[i] : expected.Series.FirstOrDefault(series => series.Labels == vector[i].Labels);
            if (wanted is null || wanted.Labels != vector[i].Labels)
            {
                return $"unexpected series {vector[i].Labels} at position {i + 1} of {Show(vector)}";
            }

            if (!Same(wanted.Values[0], vector[i].Value, vector[i].Histogram))
            {
                return $"expected {Show(wanted.Values[0].Value, wanted.Values[0].Histogram)} for {wanted.Labels}, got {Show(vector[i].Value, vector[i].Histogram)}";
            }
        }

        return null;
    }

    private static string? CompareMatrix(Expectations expected, IReadOnlyList<ResultSeries> matrix, long start, long step)
    {
        if (matrix.Count != expected.Series.Count)
        {
            return $"expected {expected.Series.Count} series, got {matrix.Count}: {string.Join("; ", matrix.Select(Show))}";
        }

        foreach (var series in matrix)
        {
            var wanted = expected.Series.FirstOrDefault(candidate => candidate.Labels == series.Labels);
            if (wanted is null)
            {
                return $"unexpected series {Show(series)}";
            }

            var points = wanted.Values
                .Select((item, i) => (Item: item, Time: start + (i * step)))
                .Where(static pair => !pair.Item.IsOmitted)
                .ToList();
            if (points.Count != series.Points.Count
                || points.Zip(series.Points).Any(static pair => pair.First.Time != pair.Second.Time || !Same(pair.First.Item, pair.Second.Value, pair.Second.Histogram)))
            {
                return $"expected {wanted.Labels} {string.Join(" ", points.Select(static point => $"{Show(point.Item.Value, point.Item.Histogram)}@{point.Time}"))}, got {Show(series)}";
            }
        }

        return null;
    }

    private static bool Same(double expected, double actual) =>
        SpecialValues.IsStale(expected) == SpecialValues.IsStale(actual) && BucketSet.AlmostEqual(actual, expected, Tolerance);

    private static bool Same(SequenceValue expected, double actual, NativeHistogram? histogram) => expected.Histogram is null
        ? histogram is null && Same(expected.Value, actual)
        : histogram is not null && Same(expected.Histogram.Compact(), histogram.Compact())
            && (!expected.NamesHint || expected.Histogram.Hint == histogram.Hint);

    private static bool Same(NativeHistogram expected, NativeHistogram actual) =>
        expected.Schema == actual.Schema && expected.ZeroThreshold == actual.ZeroThreshold
        && Same(expected.Count, actual.Count) && Same(expected.Sum, actual.Sum) && Same(expected.ZeroCount, actual.ZeroCount)
        && expected.CustomBounds.SequenceEqual(actual.CustomBounds)
        && Same(expected.Positive, actual.Positive) && Same(expected.Negative, actual.Negative);

    private static bool Same(ReadOnlySpan<IndexedCount> expected, ReadOnlySpan<IndexedCount> actual)
    {
        var same = expected.Length == actual.Length;
        for (var i = 0; same && i < expected.Length; i++)
        {
            same = expected[i].Index == actual[i].Index && Same(expected[i].Count, actual[i].Count);
        }

        return same;
    }

    private static string Show(IReadOnlyList<VectorSample> vector) =>
        vector.Count == 0 ? "nothing" : string.Join("; ", vector.Select(static sample => $"{sample.Labels} {Show(sample.Value, sample.Histogram)}"));

    private static string Show(ResultSeries series) =>
        $"{series.Labels} {string.Join(" ", series.Points.Select(static point => $"{Show(point.Value, point.Histogram)}@{point.Time}"))}";

    private static string Show(double value, NativeHistogram? histogram) => histogram is null
        ? value.ToString("R", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{histogram} (schema {histogram.Schema}, threshold {histogram.ZeroThreshold}, {histogram.Hint})");
}
