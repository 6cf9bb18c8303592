namespace Instrumentation.Games.Derived;

/// <summary>A number that several threads add to and that can be read in between. Safe from any thread.</summary>
internal sealed class RunningCount
{
    private long _value;

    internal long Value => Interlocked.Read(ref _value);

    internal void Add(int change) => Interlocked.Add(ref _value, change);
}
