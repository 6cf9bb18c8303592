using Instrumentation.Collectors.Meters;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors;

/// <summary>
/// Shows the instruments of meters (<c>System.Diagnostics.Metrics</c>) beside a registry's own, from when it is made until it is disposed.
/// <c>AddInstrumentation</c> makes one from its options. Safe to use from any thread.
/// </summary>
/// <remarks>
/// An instrument is counted once in a registry, however many collectors match it, and for as long as one of them does; the options hold of the first that matched. Series of
/// instruments whose meter is disposed are left out of snapshots, and begin at 0 when such an instrument is made again.
/// </remarks>
public sealed class MeterCollector : IDisposable
{
    private readonly MeterSubscription? _subscription;

    /// <summary>Begins to collect.</summary>
    /// <param name="registry">Where to show the series.</param>
    /// <param name="options">Which meters, within which limits; the defaults when left out. Later changes of it have no effect.</param>
    /// <exception cref="ArgumentException">An option is out of range, or a name is none.</exception>
    public MeterCollector(InstrumentRegistry registry, MeterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(registry);
        options ??= new MeterOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxSeries, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxSeries, MeterOptions.GreatestMaxSeries);
        if (!MeterOptions.AreNames(options.Names))
        {
            throw new ArgumentException("The names of meters must not be empty or have control characters; '*' stands for all.", nameof(options));
        }

        if (options.Enabled)
        {
            _subscription = MeterHub.Of(registry).Add(options.Copy());
        }
    }

    /// <summary>Ends collecting; the series that no other collector of the registry matches are left out of later snapshots.</summary>
    public void Dispose() => _subscription?.Dispose();
}
