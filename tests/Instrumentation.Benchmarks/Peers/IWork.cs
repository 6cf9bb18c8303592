namespace Instrumentation.Benchmarks.Peers;

/// <summary>The method that every way of monitoring is put around.</summary>
public interface IWork
{
    /// <summary>Next to nothing, so that what is measured is the way around it.</summary>
    public int Step(int value);
}
