using Microsoft.Win32.SafeHandles;

namespace Instrumentation.Alerting.State;

/// <summary>Has a folder's entries written to the disk, so that a file renamed in it keeps its name after a crash of the machine.</summary>
internal static class DirectorySync
{
    internal static void Flush(string folder)
    {
        // Windows journals renames, and lets no folder be opened as a file.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            using SafeFileHandle handle = File.OpenHandle(folder);
            RandomAccess.FlushToDisk(handle);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Some file systems do not let folders be opened. The file itself is on the disk; at worst the one before it is found after a power failure.
            _ = exception;
        }
    }
}
