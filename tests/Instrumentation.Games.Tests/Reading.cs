using Instrumentation.Exposition;
using Instrumentation.Metrics;

namespace Instrumentation.Games.Tests;

/// <summary>What the process has measured since this was made.</summary>
internal sealed class Reading
{
    private readonly Exposition _before = Take();

    internal double Rise(string series) => Now(series) - _before.ValueOrZero(series);

    internal static double Now(string series) => Take().ValueOrZero(series);

    /// <summary>All series of a metric together, or those that have a label.</summary>
    internal static double Sum(string metric, string label = "") => Take().Sum(metric, label);

    internal static bool Has(string metric) => Take().KindOf(metric) is not null;

    private static Exposition Take() => new(MetricsExposition.Render(InstrumentRegistry.Default));
}
