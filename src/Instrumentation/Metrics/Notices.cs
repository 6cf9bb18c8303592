namespace Instrumentation.Metrics;

/// <summary>What instruments have to say to whoever reads logs. Kept until somebody listens, since instruments are made before logging is.</summary>
internal sealed class Notices
{
    private const int Kept = 100;
    private readonly Lock _gate = new();
    private readonly List<string> _messages = [];
    private Action<string>? _log;

    /// <summary>The first messages there were, oldest first.</summary>
    internal IReadOnlyList<string> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    internal void Add(string message)
    {
        Action<string>? log;
        lock (_gate)
        {
            if (_messages.Count < Kept)
            {
                _messages.Add(message);
            }

            log = _log;
        }

        log?.Invoke(message);
    }

    /// <summary>Passes on what was said before, then everything as it is said, on the thread that says it. The last listener replaces the one before.</summary>
    internal void Listen(Action<string> log)
    {
        IReadOnlyList<string> before;
        lock (_gate)
        {
            before = [.. _messages];
            _log = log;
        }

        foreach (var message in before)
        {
            log(message);
        }
    }
}
