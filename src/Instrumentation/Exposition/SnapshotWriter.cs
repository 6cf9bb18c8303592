using System.Buffers;
using Instrumentation.Metrics;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Exposition;

/// <summary>Writes one snapshot in one format, a portion at a time.</summary>
internal sealed class SnapshotWriter(MetricsSnapshot snapshot, ExpositionFormat format, IReadOnlyCollection<string>? names)
{
    private readonly bool _openMetrics = format == ExpositionFormat.OpenMetrics;
    private int _family;
    private int _series;
    private int _exemplar;
    private bool _ended;

    /// <summary>Writes on from where it stopped, until at least so many bytes are written or nothing is left.</summary>
    /// <returns>Whether anything is left.</returns>
    internal bool Write(IBufferWriter<byte> writer, int atLeast)
    {
        var data = snapshot.Data;
        var output = new Utf8Output(writer);
        while (_family < data.Families.Length && output.Length < atLeast)
        {
            var frame = data.Families[_family];
            if (frame.Count == 0 || !IsWanted(frame.Family))
            {
                _family++;
                _series = 0;
                continue;
            }

            if (_series == 0)
            {
                var header = _openMetrics ? frame.Family.OpenMetricsHeader : frame.Family.TextHeader;
                output.Reserve(header.Length);
                output.Append(header);
            }

            // At least one, however full the portion is: the next portion would begin with the header again otherwise.
            do
            {
                WriteSeries(ref output, data, frame.Family, frame.First + _series++);
            }
            while (_series < frame.Count && output.Length < atLeast);

            if (_series == frame.Count)
            {
                _family++;
                _series = 0;
            }
        }

        var more = _family < data.Families.Length;
        if (!more && _openMetrics && !_ended)
        {
            _ended = true;
            output.Reserve(6);
            output.Append("# EOF\n"u8);
        }

        output.Flush();
        return more;
    }

    private void WriteSeries(ref Utf8Output output, SnapshotBuilder data, MetricFamily family, int index)
    {
        ref readonly var series = ref data.Series[index];
        var labels = series.Text;
        if (series.Bounds is { } bounds)
        {
            WriteHistogram(ref output, data, family, index, bounds, labels);
            return;
        }

        var exemplars = MeasureExemplars(data, index);
        output.Reserve(family.SampleName.Length + labels.Length + Utf8Output.LongestNumber + exemplars + 4);
        AppendName(ref output, family.SampleName, default, labels);
        var value = data.Values[series.Place];
        if (series.IsReal)
        {
            output.Append(BitConverter.Int64BitsToDouble(value));
        }
        else
        {
            output.Append(value);
        }

        if (exemplars > 0)
        {
            AppendExemplar(ref output, data, index, bucket: 0);
        }

        output.Append((byte)'\n');
    }

    private void WriteHistogram(
        ref Utf8Output output, SnapshotBuilder data, MetricFamily family, int index, HistogramBounds bounds, ReadOnlySpan<byte> labels)
    {
        var values = data.Values.Slice(data.Series[index].Place, 1 + bounds.BucketCount);
        var counts = values[1..];
        var name = family.SampleName.AsSpan();
        var endings = _openMetrics ? bounds.OpenMetricsEndings : bounds.TextEndings;
        var longest = name.Length + labels.Length + bounds.LongestEnding + Utf8Output.LongestNumber + 16;

        // All lines in one piece, so that what they begin with is made once and copied from the first.
        var exemplars = MeasureExemplars(data, index);
        output.Reserve((longest * (endings.Length + 2)) + exemplars);
        var start = output.Mark();
        output.Append(name);
        output.Append("_bucket{"u8);
        if (!labels.IsEmpty)
        {
            output.Append(labels);
            output.Append((byte)',');
        }

        var head = output.Since(start);
        for (var bucket = 0; bucket < endings.Length; bucket++)
        {
            if (bucket > 0)
            {
                output.Append(head);
            }

            output.Append(endings[bucket]);
            output.Append(counts[bucket]);
            if (exemplars > 0)
            {
                AppendExemplar(ref output, data, index, bucket);
            }

            output.Append((byte)'\n');
        }

        var sum = BitConverter.Int64BitsToDouble(values[0]);
        if (_openMetrics && !(bounds.Upper[0] >= 0 && sum >= 0))
        {
            // OpenMetrics takes the sum for a counter, which negative observations make fall: strict parsers refuse the whole scrape for it, and for a count without a sum.
            return;
        }

        AppendName(ref output, name, "_sum"u8, labels);
        output.Append(sum);
        output.Append((byte)'\n');
        AppendName(ref output, name, "_count"u8, labels);
        output.Append(counts[^1]);
        output.Append((byte)'\n');
    }

    private static void AppendName(ref Utf8Output output, ReadOnlySpan<byte> name, ReadOnlySpan<byte> suffix, ReadOnlySpan<byte> labels)
    {
        output.Append(name);
        output.Append(suffix);
        if (!labels.IsEmpty)
        {
            output.Append((byte)'{');
            output.Append(labels);
            output.Append((byte)'}');
        }

        output.Append((byte)' ');
    }

    /// <summary>More bytes than the series' exemplars take in this format; 0 when it has none.</summary>
    /// <remarks>Exemplars come in the order of the series, so that the next one either belongs to this or to a later one.</remarks>
    private int MeasureExemplars(SnapshotBuilder data, int series)
    {
        if (!_openMetrics)
        {
            return 0;
        }

        var exemplars = data.Exemplars;
        while (_exemplar < exemplars.Length && exemplars[_exemplar].Series < series)
        {
            _exemplar++;
        }

        var bytes = 0;
        for (var next = _exemplar; next < exemplars.Length && exemplars[next].Series == series; next++)
        {
            bytes += ExemplarText.Longest(exemplars[next].Exemplar);
        }

        return bytes;
    }

    private void AppendExemplar(ref Utf8Output output, SnapshotBuilder data, int series, int bucket)
    {
        var exemplars = data.Exemplars;
        if (_exemplar < exemplars.Length && exemplars[_exemplar].Series == series && exemplars[_exemplar].Bucket == bucket)
        {
            ExemplarText.Append(ref output, exemplars[_exemplar++].Exemplar);
        }
    }

    private bool IsWanted(MetricFamily family)
    {
        if (names is null or { Count: 0 })
        {
            return true;
        }

        foreach (var claimed in family.Definition.ClaimedNames)
        {
            if (names.Contains(claimed))
            {
                return true;
            }
        }

        return false;
    }
}
