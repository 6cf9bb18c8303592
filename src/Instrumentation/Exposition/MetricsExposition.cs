using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Instrumentation.Metrics;

namespace Instrumentation.Exposition;

/// <summary>Writes snapshots as text. Compression is left to whoever sends it; see <see cref="ContentNegotiation"/>.</summary>
/// <remarks>
/// <c>_created</c> samples are not written: they double the number of series of counters and triple the work of a scraper, which ignores them by default.
/// </remarks>
public static class MetricsExposition
{
    /// <summary>How much is written before the receiver is given the chance to take it.</summary>
    private const int Portion = 64 * 1024;

    /// <summary>Writes a snapshot.</summary>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Where to.</param>
    /// <param name="names">
    /// The metrics to write, by the name of the metric or of one of its samples: the values of <c>name[]</c> in a query. All when null or empty.
    /// </param>
    public static void Write(MetricsSnapshot snapshot, ExpositionFormat format, IBufferWriter<byte> output, IReadOnlyCollection<string>? names = null)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new SnapshotWriter(snapshot, format, names);
        while (writer.Write(output, Portion))
        {
        }
    }

    /// <summary>Writes a snapshot, portion by portion as fast as the receiver takes it.</summary>
    /// <inheritdoc cref="Write"/>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Where to.</param>
    /// <param name="names">
    /// The metrics to write, by the name of the metric or of one of its samples: the values of <c>name[]</c> in a query. All when null or empty.
    /// </param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>A task that ends when all is written and flushed, or nobody reads any more.</returns>
    public static async ValueTask WriteAsync(
        MetricsSnapshot snapshot,
        ExpositionFormat format,
        PipeWriter output,
        IReadOnlyCollection<string>? names = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(output);
        var writer = new SnapshotWriter(snapshot, format, names);
        bool more;
        do
        {
            more = writer.Write(output, Portion);
            var result = await output.FlushAsync(cancellationToken).ConfigureAwait(false);
            more &= !result.IsCompleted && !result.IsCanceled;
        }
        while (more);
    }

    /// <summary>A snapshot of a registry as text, for tests and for reading by eye.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="format">The format.</param>
    /// <returns>The text.</returns>
    public static string Render(InstrumentRegistry registry, ExpositionFormat format = ExpositionFormat.PrometheusText)
    {
        ArgumentNullException.ThrowIfNull(registry);
        using var snapshot = registry.Snapshot();
        var output = new ArrayBufferWriter<byte>();
        Write(snapshot, format, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
