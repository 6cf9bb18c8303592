namespace Instrumentation.PromQL.Histograms;

/// <summary>What is known about a histogram's place in a series of histograms.</summary>
public enum CounterResetHint
{
    /// <summary>Nothing; compare with the one before.</summary>
    Unknown,

    /// <summary>It started again from zero.</summary>
    Reset,

    /// <summary>It goes on from the one before.</summary>
    NotReset,

    /// <summary>It is no counter.</summary>
    Gauge,
}
