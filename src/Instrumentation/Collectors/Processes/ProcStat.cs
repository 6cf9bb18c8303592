namespace Instrumentation.Collectors.Processes;

/// <summary>What <c>/proc/self/stat</c> says, by proc(5).</summary>
/// <param name="MinorFaults">Field 10, minflt: page faults that needed no disk.</param>
/// <param name="MajorFaults">Field 12, majflt: page faults that did.</param>
/// <param name="Threads">Field 20, num_threads.</param>
/// <param name="VirtualBytes">Field 23, vsize.</param>
/// <param name="ResidentPages">Field 24, rss.</param>
internal readonly record struct ProcStat(long MinorFaults, long MajorFaults, long Threads, long VirtualBytes, long ResidentPages)
{
    internal const string Path = "/proc/self/stat";

    /// <summary>Counts the fields from behind the command, which is in brackets and may hold anything.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> line, out ProcStat stat)
    {
        const int FirstAfterCommand = 3;
        var rest = line[(line.LastIndexOf((byte)')') + 1)..];
        var isComplete = Number(rest, 10 - FirstAfterCommand, out var minorFaults)
            & Number(rest, 12 - FirstAfterCommand, out var majorFaults)
            & Number(rest, 20 - FirstAfterCommand, out var threads)
            & Number(rest, 23 - FirstAfterCommand, out var virtualBytes)
            & Number(rest, 24 - FirstAfterCommand, out var residentPages);
        stat = new ProcStat(minorFaults, majorFaults, threads, virtualBytes, residentPages);
        return isComplete && rest.Length < line.Length;
    }

    private static bool Number(ReadOnlySpan<byte> fields, int field, out long number) => ProcText.TryParse(ProcText.Word(fields, field), out number);
}
