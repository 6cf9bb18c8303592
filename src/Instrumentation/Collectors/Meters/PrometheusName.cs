using System.Text;

namespace Instrumentation.Collectors.Meters;

/// <summary>What an instrument of a meter is called in an exposition, by the rules of OpenTelemetry's exporter for Prometheus.</summary>
/// <param name="Name">The name, with <c>_total</c> for a counter.</param>
/// <param name="Unit">The unit, in which the name ends; null when it has none.</param>
internal readonly record struct PrometheusName(string Name, string? Unit)
{
    private const string Total = "_total";

    /// <summary>What the samples of a histogram are called. Parsers and linters take the name of anything else that ends so for one of them.</summary>
    private static readonly string[] s_reserved = ["_count", "_sum", "_bucket"];

    internal static PrometheusName Of(string name, string? unit, MetricKind kind, bool keepReservedSuffixes)
    {
        // Whoever has 'total' in the name of a gauge means a sum at one time, and not that it only grows.
        var result = Without(Sanitize(name), Total);
        if (kind is MetricKind.Gauge or MetricKind.UpDownCounter && !keepReservedSuffixes)
        {
            result = AvoidReserved(result);
        }

        var suffix = UnitNames.Of(unit);
        if (suffix is null && kind is MetricKind.Gauge or MetricKind.UpDownCounter && unit == "1")
        {
            suffix = "ratio";
        }

        if (suffix is not null)
        {
            if (result == suffix)
            {
                suffix = null; // A unit alone is a name already; OpenMetrics wants something before it.
            }
            else if (!result.EndsWith('_' + suffix, StringComparison.Ordinal))
            {
                result += '_' + suffix;
            }
        }

        return new PrometheusName(kind == MetricKind.Counter ? result + Total : result, suffix);
    }

    /// <summary>Replaces what a name may not have by an underscore, one for several in a row.</summary>
    internal static string Sanitize(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            if (char.IsAsciiLetterOrDigit(character))
            {
                if (text.Length == 0 && char.IsAsciiDigit(character))
                {
                    text.Append('_');
                }

                text.Append(character);
            }
            else if (text.Length == 0 || text[^1] != '_')
            {
                text.Append('_');
            }
        }

        return text.ToString() is var clean && clean.Trim('_').Length > 0 ? clean : "unnamed";
    }

    /// <summary><c>thread_pool_thread_count</c> becomes <c>thread_pool_threads</c>, and what is left of any other reserved suffix is the name without it.</summary>
    private static string AvoidReserved(string name)
    {
        foreach (var suffix in s_reserved)
        {
            if (Without(name, suffix) is var stem && stem.Length < name.Length && stem.Length > 0)
            {
                return suffix == "_count" && !stem.EndsWith('s') ? Plural(stem) : stem;
            }
        }

        return name;
    }

    private static string Plural(string stem) =>
        stem.EndsWith('y') && stem.Length > 1 && !"aeiou".Contains(stem[^2], StringComparison.Ordinal) ? stem[..^1] + "ies"
        : stem.EndsWith('x') || stem.EndsWith("ch", StringComparison.Ordinal) || stem.EndsWith("sh", StringComparison.Ordinal) ? stem + "es"
        : char.IsAsciiLetter(stem[^1]) ? stem + "s"
        : stem;

    private static string Without(string name, string suffix) =>
        name.Length > suffix.Length && name.EndsWith(suffix, StringComparison.Ordinal) ? name[..^suffix.Length] : name;
}
