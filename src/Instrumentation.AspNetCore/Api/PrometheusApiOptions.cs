namespace Instrumentation.AspNetCore.Api;

/// <summary>What one query of the API may use up. Set by <c>services.Configure&lt;PrometheusApiOptions&gt;</c>; validated when the endpoints are mapped.</summary>
public sealed class PrometheusApiOptions
{
    /// <summary>The longest that a query may take, from 10 ms to 1 hour; a request may ask for less by <c>timeout</c>. Default: 30 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The most samples that one query may hold at a time, from 1,000 up. Default: 5 million, some 100 MB.</summary>
    public long MaxSamples { get; set; } = 5_000_000;

    /// <summary>The most queries evaluated at the same time, from 1 to 1,000; further ones wait, within their timeout. Default: 4.</summary>
    public int MaxConcurrentQueries { get; set; } = 4;

    /// <summary>How old a sample may be to count as current, from 1 second to 1 day. Default: 5 minutes, as in Prometheus.</summary>
    public TimeSpan Lookback { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether the history samples every series of the process while the API is mapped, within <c>AlertingOptions.MaxSeries</c>. Default: true. With false a series that no
    /// rule reads is sampled from the first query that names it on.
    /// </summary>
    public bool KeepAllSeries { get; set; } = true;

    /// <exception cref="InvalidOperationException">A value is out of range.</exception>
    internal void Validate()
    {
        Check(nameof(Timeout), Timeout, Timeout >= TimeSpan.FromMilliseconds(10) && Timeout <= TimeSpan.FromHours(1), "10 ms to 1 hour");
        Check(nameof(MaxSamples), MaxSamples, MaxSamples >= 1_000, "1000 or more");
        Check(nameof(MaxConcurrentQueries), MaxConcurrentQueries, MaxConcurrentQueries is >= 1 and <= 1_000, "1 to 1000");
        Check(nameof(Lookback), Lookback, Lookback >= TimeSpan.FromSeconds(1) && Lookback <= TimeSpan.FromDays(1), "1 second to 1 day");
    }

    private static void Check(string name, object value, bool isAllowed, string allowed)
    {
        if (!isAllowed)
        {
            throw new InvalidOperationException(
                System.FormattableString.Invariant($"{nameof(PrometheusApiOptions)}.{name} is {value} but must be {allowed}."));
        }
    }
}
