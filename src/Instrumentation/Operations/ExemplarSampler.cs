using System.Diagnostics;
using Instrumentation.Metrics.Exemplars;

namespace Instrumentation.Operations;

/// <summary>
/// Decides which calls of a series become exemplars. After each reading the first call in each bucket that runs within a recorded trace is
/// taken. A service without tracing asks in vain, so a bucket is given up until the next reading after a number of calls in vain: what
/// is left on the path of a call is one bit that is mostly clear.
/// </summary>
internal sealed class ExemplarSampler(int bucketCount)
{
    private const byte Tries = 100;

    private readonly byte[] _tried = new byte[bucketCount];
    private SeriesExemplars? _kept;

    /// <summary>What was kept; null until the first exemplar.</summary>
    internal SeriesExemplars? Kept => Volatile.Read(ref _kept);

    /// <summary>Considers a call; says whether the bucket is to be asked no more before the next reading.</summary>
    /// <param name="bucket">The bucket the call falls into.</param>
    /// <param name="ticks">How long it took.</param>
    /// <param name="activity">The call's span, or what is current.</param>
    internal bool Offer(int bucket, long ticks, Activity? activity)
    {
        if (activity is not { Recorded: true })
        {
            // Counted without care for other threads: a few tries more or less change nothing.
            return ++_tried[bucket] >= Tries;
        }

        (Kept ?? Keep()).Offer(bucket, (double)ticks / Stopwatch.Frequency, activity, default);
        return true;
    }

    /// <summary>Lets every bucket be asked again.</summary>
    internal void Rearm() => Array.Clear(_tried);

    private SeriesExemplars Keep()
    {
        Interlocked.CompareExchange(ref _kept, new SeriesExemplars(bucketCount), null);
        return _kept;
    }
}
