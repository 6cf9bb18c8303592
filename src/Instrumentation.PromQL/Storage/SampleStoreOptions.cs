namespace Instrumentation.PromQL.Storage;

/// <summary>What a <see cref="SampleStore"/> may hold.</summary>
public sealed record SampleStoreOptions
{
    /// <summary>How long samples are kept. Default: 1 hour.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The most series; further ones are refused. Default: 10,000.</summary>
    public int MaxSeries { get; init; } = 10_000;

    /// <summary>The most memory for samples, in bytes; beyond it the oldest go before their time. Default: 64 MiB.</summary>
    public long MaxBytes { get; init; } = 64L * 1024 * 1024;
}
