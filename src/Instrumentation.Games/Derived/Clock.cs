namespace Instrumentation.Games.Derived;

/// <summary>Time since the process began to measure; unmoved by changes of the wall clock.</summary>
internal static class Clock
{
    private static readonly long s_start = TimeProvider.System.GetTimestamp();

    internal static TimeSpan Now => TimeProvider.System.GetElapsedTime(s_start);
}
