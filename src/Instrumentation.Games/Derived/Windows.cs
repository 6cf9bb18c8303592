namespace Instrumentation.Games.Derived;

/// <summary>Over how much of the past a derived figure is taken. The documentation of each metric says which one applies.</summary>
internal static class Windows
{
    internal static readonly TimeSpan Cpu = TimeSpan.FromMinutes(1);

    internal static readonly TimeSpan Short = TimeSpan.FromMinutes(5);

    internal static readonly TimeSpan Long = TimeSpan.FromHours(1);
}
