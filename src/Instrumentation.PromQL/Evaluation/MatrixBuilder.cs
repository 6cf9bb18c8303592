using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Puts the vectors of a range query's steps together to series.</summary>
internal sealed class MatrixBuilder(EvaluationContext context)
{
    private readonly Dictionary<Labels, (bool DropName, List<Point> Points)> _series = [];

    /// <exception cref="QueryException">A series occurs twice at this time.</exception>
    public void Add(long time, ReadOnlySpan<VectorSample> vector)
    {
        context.Hold(vector.Length);
        foreach (ref readonly var sample in vector)
        {
            if (!_series.TryGetValue(sample.Labels, out var series))
            {
                context.CheckSeries(_series.Count + 1);
                series = (sample.DropName, []);
                _series.Add(sample.Labels, series);
            }

            if (series.Points.Count > 0 && series.Points[^1].Time == time)
            {
                throw Duplicate();
            }

            series.Points.Add(new Point(time, sample.Value, sample.Histogram));
        }
    }

    /// <summary>The series, sorted by labels; names marked to go are dropped, and series that become one by it are merged.</summary>
    /// <exception cref="QueryException">Two that become one have values at the same time.</exception>
    public List<ResultSeries> ToSeries()
    {
        var merged = new Dictionary<Labels, List<Point>>();
        foreach (var (labels, (dropName, points)) in _series)
        {
            var final = dropName ? labels.DropMetadata() : labels;
            if (merged.TryGetValue(final, out var earlier))
            {
                Merge(earlier, points);
            }
            else
            {
                merged.Add(final, points);
            }
        }

        return [.. merged.Select(static pair => new ResultSeries(pair.Key, pair.Value)).OrderBy(static series => series.Labels)];
    }

    private static void Merge(List<Point> into, List<Point> points)
    {
        into.AddRange(points);
        into.Sort(static (a, b) => a.Time.CompareTo(b.Time));
        for (var i = 1; i < into.Count; i++)
        {
            if (into[i].Time == into[i - 1].Time)
            {
                throw Duplicate();
            }
        }
    }

    private static QueryException Duplicate() => new("vector cannot contain metrics with the same labelset");
}
