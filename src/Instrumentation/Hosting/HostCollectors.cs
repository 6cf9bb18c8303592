using Instrumentation.Collectors;
using Instrumentation.Metrics;

namespace Instrumentation.Hosting;

/// <summary>The collectors that the options ask for, for as long as the host runs.</summary>
internal sealed class HostCollectors : IDisposable
{
    private readonly ProcessCollector? _process;
    private readonly IDisposable? _registration;
    private readonly MeterCollector _meters;
    private readonly MeterPublisher? _publisher;

    internal HostCollectors(CollectorOptions options, InstrumentRegistry registry)
    {
        if (options.Process)
        {
            _process = new ProcessCollector(registry);
            _registration = registry.AddCollector(_process);
        }

        _meters = new MeterCollector(registry, options.Meters);
        _publisher = options.Publish ? new MeterPublisher(registry) : null;
    }

    public void Dispose()
    {
        _publisher?.Dispose();
        _meters.Dispose();
        _registration?.Dispose();
        _process?.Dispose();
    }
}
