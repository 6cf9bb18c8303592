using System.Runtime.CompilerServices;
using Instrumentation.Benchmarks.Peers;

namespace Instrumentation.Benchmarks;

/// <summary>The method under measurement: bare, and monitored in each way.</summary>
/// <remarks>None is inlined: a call that vanished would make every way of monitoring look dearer than it is.</remarks>
internal sealed partial class MonitoredWork : IWork
{
    private int _state;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Step(int value) => _state += value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [MonitoredOperation]
    public int Monitored(int value) => _state += value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [MonitoredOperation]
    public int Labelled(int value, [MetricLabel] Weapon weapon, [MetricLabel] Region region) => _state += value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [MonitoredOperation(SampleEvery = 64)]
    public int Sampled(int value) => _state += value;

    [MethodImpl(MethodImplOptions.NoInlining)]
    [TimingAspect]
    public int Aspect(int value) => _state += value;
}

internal enum Weapon
{
    Sword,
    Bow,
    Rifle,
    Shotgun,
}

internal enum Region
{
    Europe,
    America,
    Asia,
}
