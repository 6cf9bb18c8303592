using System.Runtime.CompilerServices;

namespace Instrumentation.Metrics;

/// <summary>A number that is added to and taken from on any thread, such as connections that are open. Shown as a gauge.</summary>
public sealed class UpDownCounter : UpDownCounterFamily
{
    internal UpDownCounter(InstrumentSetup setup)
        : base(setup)
    {
    }

    /// <summary>The sum over all threads. Takes a lock; meant for tests and reports.</summary>
    public double Value => Read(0);

    /// <summary>Adds one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Increment() => AddCore(0, 1);

    /// <summary>Takes one away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Decrement() => AddCore(0, -1);

    /// <summary>Adds a whole number.</summary>
    /// <param name="amount">How much; may be negative.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long amount) => AddCore(0, amount);

    /// <summary>Adds a number. One that is not finite is ignored and counted by <c>instrumentation_rejected_values_total</c>.</summary>
    /// <param name="amount">How much; may be negative.</param>
    public void Add(double amount) => AddChecked(0, amount);
}
