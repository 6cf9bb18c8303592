namespace Instrumentation.Alerting.Export.Testing;

/// <summary>What a series does over one phase of a test.</summary>
/// <param name="IsAbsent">It has no samples.</param>
/// <param name="Level">Where it begins; null to go on from where it was.</param>
/// <param name="Slope">By how much it changes each second.</param>
internal readonly record struct SeriesBehaviour(bool IsAbsent, double? Level, double Slope)
{
    internal static SeriesBehaviour Absent { get; } = new(true, null, 0);

    internal static SeriesBehaviour At(double level) => new(false, level, 0);

    internal static SeriesBehaviour Rising(double slope) => new(false, null, slope);
}
