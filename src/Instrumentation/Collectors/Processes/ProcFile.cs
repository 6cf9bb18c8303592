using Microsoft.Win32.SafeHandles;

namespace Instrumentation.Collectors.Processes;

/// <summary>
/// A file of the kernel that is read at each scrape. It stays open, since the kernel writes its text anew whenever it is read from the start: reading costs one call and allocates
/// nothing.
/// </summary>
internal sealed class ProcFile : IDisposable
{
    private readonly SafeFileHandle _file;
    private byte[] _text = new byte[1024];

    private ProcFile(SafeFileHandle file) => _file = file;

    /// <summary>Opens a file; null where there is none, or it may not be read.</summary>
    internal static ProcFile? TryOpen(string path)
    {
        try
        {
            return new ProcFile(File.OpenHandle(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The text now; good until the next call.</summary>
    /// <exception cref="IOException">The kernel does not give it any more.</exception>
    internal ReadOnlySpan<byte> Read()
    {
        var length = 0;
        while (true)
        {
            var read = RandomAccess.Read(_file, _text.AsSpan(length), length);
            if (read == 0)
            {
                return _text.AsSpan(0, length);
            }

            length += read;
            if (length == _text.Length)
            {
                Array.Resize(ref _text, length * 2);
            }
        }
    }

    public void Dispose() => _file.Dispose();
}
