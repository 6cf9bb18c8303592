namespace Instrumentation.Collectors.Meters;

/// <summary>What one collector wants of the meters, until it is disposed.</summary>
internal sealed class MeterSubscription(MeterHub hub, MeterOptions options) : IDisposable
{
    private readonly NamePattern _names = new(options.Names);

    internal MeterOptions Options => options;

    internal bool Wants(System.Diagnostics.Metrics.Instrument instrument) => _names.Matches(instrument.Meter.Name);

    public void Dispose() => hub.Remove(this);
}
