using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics;

/// <summary>A number that only grows.</summary>
public sealed class Counter : CounterFamily
{
    internal Counter(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>The sum over all threads. Takes a lock; meant for tests and reports.</summary>
    public double Value => Read(0);

    /// <summary>Adds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Increment() => AddCore(0, 1);

    /// <summary>Adds a whole number. A negative one is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="amount">How much, at least 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long amount) => AddChecked(0, amount);

    /// <summary>Adds a number. One that is negative or not finite is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="amount">How much, at least 0.</param>
    public void Add(double amount) => AddChecked(0, amount);
}
