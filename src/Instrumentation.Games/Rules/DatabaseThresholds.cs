namespace Instrumentation.Games.Rules;

/// <summary>What a preset of the database rules allows: seconds, shares of 1, and how long it may go beyond.</summary>
internal sealed record DatabaseThresholds(double SlowQuery, double CacheHits, double Processor, double Memory, double Errors, TimeSpan Wait)
{
    /// <exception cref="ArgumentOutOfRangeException">There is no such preset.</exception>
    internal static DatabaseThresholds Of(DatabasePreset preset) => preset switch
    {
        DatabasePreset.Development => new(0.5, 0.9, 0.95, 0.95, 0.05, TimeSpan.FromSeconds(30)),
        DatabasePreset.Production => new(2, 0.98, 0.8, 0.85, 0.005, TimeSpan.FromMinutes(2)),
        DatabasePreset.Analytics => new(10, 0.8, 0.98, 0.9, 0.02, TimeSpan.FromMinutes(10)),
        _ => throw new ArgumentOutOfRangeException(nameof(preset), preset, "The presets are those of DatabasePreset."),
    };
}
