namespace Instrumentation.Metrics;

/// <summary>What is called before each snapshot, in the order in which it was added.</summary>
internal sealed class CollectorList(InstrumentRegistry registry)
{
    private readonly Lock _gate = new();
    private Entry[] _entries = [];

    internal IDisposable Add(string name, Action collect)
    {
        var entry = new Entry(this, name, collect);
        lock (_gate)
        {
            Volatile.Write(ref _entries, [.. _entries, entry]);
        }

        return entry;
    }

    internal void Run()
    {
        foreach (var entry in Volatile.Read(ref _entries))
        {
            try
            {
                entry.Collect();
            }
            catch (Exception exception)
            {
                registry.Self.CollectorFailed(entry.Name);
                entry.NoteOnce(registry.Notices, exception);
            }
        }
    }

    private sealed class Entry(CollectorList list, string name, Action collect) : IDisposable
    {
        private bool _noted;

        internal string Name => name;

        internal Action Collect => collect;

        public void Dispose()
        {
            lock (list._gate)
            {
                Volatile.Write(ref list._entries, [.. list._entries.Where(other => other != this)]);
            }
        }

        /// <summary>The self-metric counts every failure; the log needs the first.</summary>
        internal void NoteOnce(Notices notices, Exception exception)
        {
            if (!_noted)
            {
                _noted = true;
                notices.Add($"The collector '{name}' failed; further failures are only counted. {exception}");
            }
        }
    }
}
