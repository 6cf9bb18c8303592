using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>Prints how values are recorded.</summary>
internal static class ValueCode
{
    /// <summary>The value as a double.</summary>
    public static string Number(ValueModel value, string expression) => value.Kind switch
    {
        ValueKind.Time => $"{expression}.{value.Total}",
        ValueKind.Bool => $"({expression} ? 1 : 0)",
        ValueKind.Cast or ValueKind.Wide or ValueKind.UnsignedWide => $"(double){expression}",
        _ => expression,
    };

    /// <summary>The value as a double, and NaN where there is none.</summary>
    public static string NumberOrNothing(ValueModel value, string expression, string local) =>
        value.IsNullable ? $"{expression} is {{ }} {local} ? {Number(value, local)} : double.NaN" : Number(value, expression);

    /// <summary>Prints the statement that records a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="kind">The kind of the metric.</param>
    /// <param name="instrument">The instrument, in full.</param>
    /// <param name="series">The number of the series.</param>
    /// <param name="value">What is recorded.</param>
    /// <param name="expression">The value; read once, or a local.</param>
    /// <param name="local">A name for a local that nothing else has.</param>
    /// <param name="exemplar">The local with the identifiers of what is recorded; empty for none.</param>
    public static void Record(
        SourceWriter writer, MetricKind kind, string instrument, string series, ValueModel value, string expression, string local, string exemplar = "")
    {
        var last = exemplar.Length > 0 && kind is (MetricKind.Counter or MetricKind.Histogram) ? ", " + exemplar : "";
        if (value.IsNullable)
        {
            writer.Lines($"// Null is not recorded.");
            using (writer.Block($"if ({expression} is {{ }} {local})"))
            {
                Record(writer, kind, instrument, series, value with { IsNullable = false }, local, local, exemplar);
            }

            return;
        }

        if (kind is MetricKind.Counter or MetricKind.UpDownCounter && WhyFits(value.Kind, local) is { } fits)
        {
            if (expression != local)
            {
                writer.Lines($"var {local} = {expression};");
            }

            // As a whole number where it is one that fits: doubles are exact to 2⁵³ only.
            using (writer.Block($"if ({fits})"))
            {
                writer.Lines($"{instrument}.AddAt({series}, (long){local}{last});");
            }

            using (writer.Block("else"))
            {
                writer.Lines($"{instrument}.AddAt({series}, (double){local}{last});");
            }

            return;
        }

        var method = kind switch
        {
            MetricKind.Gauge => "SetAt",
            MetricKind.Histogram => "ObserveAt",
            _ => "AddAt",
        };
        writer.Lines($"{instrument}.{method}({series}, {Number(value, expression)}{last});");
    }

    /// <summary>The condition under which a value that may be wider than a long fits into one; null for values that are not.</summary>
    private static string? WhyFits(ValueKind kind, string value) => kind switch
    {
        ValueKind.Unsigned => $"{value} <= long.MaxValue",
        ValueKind.Wide => $"{value} >= long.MinValue && {value} <= long.MaxValue",
        ValueKind.UnsignedWide => $"{value} <= (ulong)long.MaxValue",
        _ => null,
    };
}
