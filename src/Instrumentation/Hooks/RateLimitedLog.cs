using Microsoft.Extensions.Logging;

namespace Instrumentation.Hooks;

/// <summary>Lets through one log line a minute and tells it how many were held back since the one before.</summary>
internal sealed class RateLimitedLog(ILogger logger, TimeProvider time)
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private long _last;
    private long _suppressed = -1;

    internal void Write(Action<ILogger, long> write)
    {
        long suppressed;
        lock (_gate)
        {
            if (_suppressed >= 0 && time.GetElapsedTime(_last) < s_interval)
            {
                _suppressed++;
                return;
            }

            suppressed = Math.Max(0, _suppressed);
            _suppressed = 0;
            _last = time.GetTimestamp();
        }

        try
        {
            write(logger, suppressed);
        }
        catch (Exception)
        {
            // A logging provider that throws must not end the loop that reports by it, and there is nowhere left to say so.
        }
    }
}
