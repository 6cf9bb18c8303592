namespace Instrumentation.Hooks;

/// <summary>What <see cref="ThresholdViolationHook"/> watches.</summary>
public enum Threshold
{
    /// <summary><see cref="ThresholdOptions.MaxMemory"/>, in bytes.</summary>
    Memory,

    /// <summary><see cref="ThresholdOptions.MaxThreads"/>, in threads.</summary>
    Threads,

    /// <summary><see cref="ThresholdOptions.MaxErrorRate"/>, from 0 to 1.</summary>
    ErrorRate,
}
