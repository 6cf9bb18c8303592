using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>Prints the attributes by which other compilers, and the catalog, know the metrics of the assembly.</summary>
internal static class DeclaredMetricsFile
{
    public const string HintName = "InstrumentationMetrics.g.cs";

    public static string Print(DeclaredMetricsModel declared)
    {
        var writer = new SourceWriter();
        FileHeader.Print(writer, "The metrics of the assembly, for whoever reads it without running it.");
        writer.Blank();
        foreach (var metric in declared.Metrics)
        {
            var arguments = new[] { Code.Text(Name(metric, declared.Assembly.Defaults)), InstrumentCode.Kind(metric.Kind) }
                .Concat(Settings(metric, declared.Assembly.Defaults));
            writer.Lines($"[assembly: global::Instrumentation.DeclaredMetric({string.Join(", ", arguments)})]");
        }

        return writer.ToString();
    }

    /// <summary>One label as the attribute has it.</summary>
    public static string Label(LabelModel label)
    {
        var values = label.Values.Select(Escape)
            .Concat(label.HasNone ? ["none"] : [])
            .Concat(label.HasOther ? ["other"] : []);
        return $"{label.Name}={(label.Limit > 0 ? "*" + Code.Number(label.Limit) : string.Join("|", values))}";
    }

    /// <summary>A program may give another prefix only to a name that has none yet.</summary>
    private static string Name(MetricModel metric, DefaultsModel defaults) =>
        defaults.AllowsPrefixOverride || string.IsNullOrEmpty(defaults.Prefix) ? metric.Name : $"{defaults.Prefix}_{metric.Name}";

    private static IEnumerable<string> Settings(MetricModel metric, DefaultsModel defaults)
    {
        if (defaults.AllowsPrefixOverride)
        {
            yield return $"Prefix = {Code.Text(defaults.Prefix ?? "")}";
        }

        yield return $"Help = {Code.Text(metric.Help)}";
        if (metric.Unit is { } unit)
        {
            yield return $"Unit = {Code.Text(unit)}";
        }

        if (metric.Labels.Count > 0)
        {
            yield return $"Labels = new[] {{ {string.Join(", ", metric.Labels.Select(label => Code.Text(Label(label))))} }}";
        }

        yield return $"Series = {Code.Number(Math.Min(metric.SeriesCount, int.MaxValue))}";
        if (metric.Buckets is { } buckets)
        {
            yield return $"Buckets = new double[] {{ {string.Join(", ", buckets.Select(Code.Number))} }}";
        }

        if (metric.Owner is { } owner)
        {
            yield return $"Owner = {Code.Text(owner)}";
        }

        if (metric.Member.Length > 0)
        {
            yield return $"Member = {Code.Text(metric.Member)}";
        }
    }

    private static string Escape(string value) => value.Replace("\\", "\\\\").Replace("|", "\\|").Replace("=", "\\=").Replace("*", "\\*");
}
