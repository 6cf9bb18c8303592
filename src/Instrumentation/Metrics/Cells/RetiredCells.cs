namespace Instrumentation.Metrics.Cells;

/// <summary>Runs of cells that were given back and rest until no writer can still hold them. Called under the gate of <see cref="CellMemory"/>.</summary>
internal sealed class RetiredCells
{
    /// <summary>
    /// How long a run must have stayed unchanged. A writer that has found its cell adds to it within nanoseconds; a thread would have to be
    /// suspended between the two for longer than this, alone, for its one count to appear in the wrong series.
    /// </summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(2);

    private readonly Dictionary<int, Queue<Run>> _runs = [];

    /// <summary>The clock that rests are measured by, in milliseconds; tests set it forward.</summary>
    internal static Func<long> Clock { get; set; } = static () => Environment.TickCount64;

    internal void Add(int first, int count, PageDirectory directory)
    {
        if (!_runs.TryGetValue(count, out var runs))
        {
            _runs[count] = runs = new Queue<Run>();
        }

        runs.Enqueue(new Run(first, Clock(), Fingerprint(first, count, directory)));
    }

    /// <summary>A run of that length that has rested, its sums made zero; null if there is none.</summary>
    internal int? TryReuse(int count, PageDirectory directory)
    {
        if (!_runs.TryGetValue(count, out var runs) || !runs.TryPeek(out var oldest) || Clock() - oldest.Since < (long)Rest.TotalMilliseconds)
        {
            return null;
        }

        runs.Dequeue();
        if (Fingerprint(oldest.First, count, directory) != oldest.Fingerprint)
        {
            Add(oldest.First, count, directory);
            return null;
        }

        for (var cell = oldest.First; cell < oldest.First + count; cell++)
        {
            directory.Balance(cell);
        }

        return oldest.First;
    }

    private static int Fingerprint(int first, int count, PageDirectory directory)
    {
        var hash = default(HashCode);
        for (var cell = first; cell < first + count; cell++)
        {
            hash.Add(directory.Sum(cell));
        }

        return hash.ToHashCode();
    }

    private readonly record struct Run(int First, long Since, int Fingerprint);
}
