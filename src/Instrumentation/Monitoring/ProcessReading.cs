using System.Diagnostics;
using System.Globalization;

namespace Instrumentation.Monitoring;

/// <summary>Physical memory and threads of this process, cheaply enough to be read at each snapshot.</summary>
internal readonly record struct ProcessReading(long Memory, int Threads)
{
    private const string LinuxStat = "/proc/self/stat";

    internal static ProcessReading Take()
    {
        // The Process class reads a directory entry for each thread to count them; the kernel has both numbers in one line.
        if (OperatingSystem.IsLinux() && TryParseStat(ReadStat(), Environment.SystemPageSize, out var reading))
        {
            return reading;
        }

        using var process = Process.GetCurrentProcess();
        return new ProcessReading(process.WorkingSet64, process.Threads.Count);
    }

    /// <summary>Reads fields 20 (num_threads) and 24 (rss, in pages) of proc(5) stat, counted from behind the command, which may hold anything.</summary>
    internal static bool TryParseStat(ReadOnlySpan<char> stat, int pageSize, out ProcessReading reading)
    {
        reading = default;
        var command = stat.LastIndexOf(')');
        if (command < 0)
        {
            return false;
        }

        int? threads = null;
        var rest = stat[(command + 1)..].Trim();
        var number = 3;
        foreach (var range in rest.Split(' '))
        {
            if (number == 20 && int.TryParse(rest[range], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                threads = count;
            }

            if (number == 24 && threads is { } known && long.TryParse(rest[range], NumberStyles.None, CultureInfo.InvariantCulture, out var pages))
            {
                reading = new ProcessReading(pages * pageSize, known);
                return true;
            }

            number++;
        }

        return false;
    }

    private static string ReadStat()
    {
        try
        {
            return File.ReadAllText(LinuxStat);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // A sandbox without /proc: the caller asks the Process class.
        }
    }
}
