using System.Buffers.Text;
using System.Diagnostics;
using Microsoft.Win32.SafeHandles;

namespace Instrumentation.Games.Resources;

/// <summary>Memory of the process in bytes: what lies in RAM, and the whole address space.</summary>
internal readonly record struct ProcessMemory(long Resident, long Virtual)
{
    private static readonly SafeFileHandle? s_statm = Open();

    /// <summary>Reads it. On Linux this is one system call, without allocating.</summary>
    internal static ProcessMemory Read()
    {
        Span<byte> text = stackalloc byte[128];
        if (s_statm is not null && TryParse(text[..RandomAccess.Read(s_statm, text, 0)], Environment.SystemPageSize, out var memory))
        {
            return memory;
        }

        using var process = Process.GetCurrentProcess();
        return new ProcessMemory(process.WorkingSet64, process.VirtualMemorySize64);
    }

    /// <summary>Reads the first two numbers of proc(5) statm: the size and the resident set, in pages.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> statm, int pageSize, out ProcessMemory memory)
    {
        memory = default;
        if (!Utf8Parser.TryParse(statm, out long size, out var length) || length >= statm.Length
            || !Utf8Parser.TryParse(statm[(length + 1)..], out long resident, out _))
        {
            return false;
        }

        memory = new ProcessMemory(resident * pageSize, size * pageSize);
        return true;
    }

    private static SafeFileHandle? Open()
    {
        try
        {
            return OperatingSystem.IsLinux() ? File.OpenHandle("/proc/self/statm") : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // A sandbox without /proc: the Process class is asked instead.
        }
    }
}
