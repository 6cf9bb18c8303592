namespace Instrumentation.Alerting.Notifiers.Delivery;

/// <summary>How long to wait before the next attempt: twice as long each time, and never the same for all who wait for one receiver.</summary>
internal static class Backoff
{
    private static readonly TimeSpan s_first = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(1);

    /// <param name="attempt">How many attempts have failed; from 1.</param>
    /// <param name="retryAfter">How long the receiver wants to be left alone, which is never cut short.</param>
    /// <param name="random">A number from 0 to 1.</param>
    internal static TimeSpan After(int attempt, TimeSpan? retryAfter, double random)
    {
        var full = Math.Min(s_first.TotalSeconds * Math.Pow(2, attempt - 1), s_longest.TotalSeconds);
        var jittered = TimeSpan.FromSeconds(full * (0.5 + (random / 2)));
        return retryAfter is { } wanted && wanted > jittered ? wanted : jittered;
    }
}
