using System.Text;

namespace Instrumentation.Metrics.Families;

/// <summary>All series of one name, wherever they come from.</summary>
internal sealed class MetricFamily
{
    private readonly Lock _gate = new();
    private ISeriesSource[] _sources = [];

    internal MetricFamily(MetricDefinition definition)
    {
        Definition = definition;
        SampleName = Encoding.UTF8.GetBytes(definition.Name);
        TextHeader = MakeHeader(definition, definition.Name, EscapeHelp(definition.Help, quotes: false), unit: null);
        OpenMetricsHeader = MakeHeader(definition, definition.FamilyName, EscapeHelp(definition.Help, quotes: true), definition.Unit);
    }

    internal MetricDefinition Definition { get; }

    internal string Name => Definition.Name;

    /// <summary>The name as samples bear it, before a histogram's <c>_bucket</c>, <c>_sum</c> and <c>_count</c>.</summary>
    internal byte[] SampleName { get; }

    /// <summary>The lines before the samples, in text format 0.0.4.</summary>
    internal byte[] TextHeader { get; }

    /// <summary>The lines before the samples, in OpenMetrics.</summary>
    internal byte[] OpenMetricsHeader { get; }

    internal ReadOnlySpan<ISeriesSource> Sources => Volatile.Read(ref _sources);

    /// <summary>The instrument that the family was registered with; null for one that is shared.</summary>
    internal Instrument? Instrument { get; set; }

    /// <summary>Adds series to the family. Their labels must differ from those of all other sources.</summary>
    internal void Add(ISeriesSource source)
    {
        lock (_gate)
        {
            Volatile.Write(ref _sources, [.. _sources, source]);
        }
    }

    internal void Remove(ISeriesSource source)
    {
        lock (_gate)
        {
            Volatile.Write(ref _sources, [.. _sources.Where(other => other != source)]);
        }
    }

    private static byte[] MakeHeader(MetricDefinition definition, string name, string help, string? unit)
    {
        var kind = definition.Kind switch
        {
            MetricKind.Counter => "counter",
            MetricKind.Histogram => "histogram",
            _ => "gauge",
        };
        var text = new StringBuilder();
        text.Append("# TYPE ").Append(name).Append(' ').Append(kind).Append('\n');
        if (unit is not null)
        {
            text.Append("# UNIT ").Append(name).Append(' ').Append(unit).Append('\n');
        }

        text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <remarks>OpenMetrics escapes quotes in HELP; 0.0.4 reads a backslash before a quote as a backslash.</remarks>
    private static string EscapeHelp(string help, bool quotes)
    {
        var text = help.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\n", @"\n", StringComparison.Ordinal);
        return quotes ? text.Replace("\"", "\\\"", StringComparison.Ordinal) : text;
    }
}
