using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Evaluation.Functions;
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

            if (!Same(wanted.Values[0].Value, vector[i].Value))
            {
                return $"expected {wanted.Values[0].Value} for {wanted.Labels}, got {vector[i].Value:R}";
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
                || points.Zip(series.Points).Any(static pair => pair.First.Time != pair.Second.Time || !Same(pair.First.Item.Value, pair.Second.Value)))
            {
                return $"expected {wanted.Labels} {string.Join(" ", points.Select(static point => $"{point.Item.Value:R}@{point.Time}"))}, got {Show(series)}";
            }
        }

        return null;
    }

    private static bool Same(double expected, double actual) =>
        SpecialValues.IsStale(expected) == SpecialValues.IsStale(actual) && BucketSet.AlmostEqual(actual, expected, Tolerance);

    private static string Show(IReadOnlyList<VectorSample> vector) =>
        vector.Count == 0 ? "nothing" : string.Join("; ", vector.Select(static sample => $"{sample.Labels} {sample.Value:R}"));

    private static string Show(ResultSeries series) =>
        $"{series.Labels} {string.Join(" ", series.Points.Select(static point => $"{point.Value:R}@{point.Time}"))}";
}
