using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>The pieces that instruments are declared with.</summary>
internal static class InstrumentCode
{
    public const string Namespace = "global::Instrumentation.Metrics";
    public const string Label = Namespace + ".Label";

    public static string Family(MetricKind kind) => $"{Namespace}.{kind}Family";

    public static string Kind(MetricKind kind) => $"global::Instrumentation.MetricKind.{kind}";

    /// <summary>What a kind is called in sentences.</summary>
    public static string InWords(MetricKind kind) => kind switch
    {
        MetricKind.Counter => "Counter",
        MetricKind.Gauge => "Gauge",
        MetricKind.Histogram => "Histogram",
        _ => "Up-down counter",
    };

    /// <summary>The settings of an <c>InstrumentDefinition</c>, each as it stands in an object initializer.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="labelFields">For each label the field that holds it, or empty.</param>
    /// <param name="assembly">Gives the prefix.</param>
    public static IEnumerable<string> Settings(MetricModel metric, EquatableArray<string> labelFields, AssemblyModel assembly)
    {
        yield return $"Name = {Code.Text(metric.Name)}";
        yield return $"Help = {Code.Text(metric.Help)}";
        if (metric.Unit is { } unit)
        {
            yield return $"Unit = {Code.Text(unit)}";
        }

        if (Prefix(assembly) is { } prefix)
        {
            yield return $"Prefix = {prefix}";
        }

        if (metric.Labels.Count > 0)
        {
            var labels = metric.Labels.Select((label, index) => $"        {(labelFields[index].Length > 0 ? labelFields[index] : Declared(label))},\n");
            yield return $"Labels =\n    [\n{string.Concat(labels)}    ]";
        }

        if (metric.Buckets is { } buckets)
        {
            yield return $"Buckets = [{string.Join(", ", buckets.Select(Code.Number))}]";
        }

        if (metric.ExpireAfter > 0)
        {
            yield return $"ExpireAfter = global::System.TimeSpan.FromTicks({Code.Number(metric.ExpireAfter)}L)";
        }

        if (metric.Owner is { } owner)
        {
            yield return $"Owner = {Code.Text(owner)}";
        }
    }

    /// <summary>The prefix as an expression; null for none.</summary>
    public static string? Prefix(AssemblyModel assembly) => assembly.Defaults switch
    {
        { AllowsPrefixOverride: true } => $"{Namespace}.MetricPrefixes.Of({Code.Text(assembly.Name)}, {Code.Text(assembly.Defaults.Prefix ?? "")})",
        { Prefix: { } prefix } => Code.Text(prefix),
        _ => null,
    };

    public static string Declared(LabelModel label) =>
        $"{Label}.Declared({Code.Text(label.Name)}, [{string.Join(", ", label.Values.Select(Code.Text))}], "
            + $"hasNone: {Code.Bool(label.HasNone)}, hasOther: {Code.Bool(label.HasOther)})";
}
