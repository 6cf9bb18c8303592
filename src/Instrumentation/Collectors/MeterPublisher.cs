using Instrumentation.Collectors.Publishing;
using Instrumentation.Metrics;

namespace Instrumentation.Collectors;

/// <summary>
/// Publishes a registry's instruments and operations as the meter <c>Instrumentation</c>, for the OpenTelemetry SDK, dotnet-counters, prometheus-net and whoever else listens
/// to meters, until it is disposed. <c>AddInstrumentation</c> makes one. Safe to use from any thread.
/// </summary>
/// <remarks>
/// <para>Counters, up-down counters and gauges are observable and read one snapshot for each collection. Histograms are recorded to while somebody listens.</para>
/// <para>Instruments bear the names that they have on <c>/metrics</c>. What comes from meters of others is not published again. However many publishers a registry has, it has one meter.</para>
/// </remarks>
public sealed class MeterPublisher : IDisposable
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Instrumentation";

    private Publication? _publication;

    /// <summary>Begins to publish.</summary>
    /// <param name="registry">Whose metrics.</param>
    public MeterPublisher(InstrumentRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        _publication = Publication.Of(registry);
        _publication.Use();
    }

    /// <summary>Ends publishing.</summary>
    public void Dispose() => Interlocked.Exchange(ref _publication, null)?.Dispose();
}
