namespace Instrumentation.Alerting.State;

/// <summary>
/// Keeps other processes from using a file, by holding another one beside it open: the file itself is replaced again and again. The system lets go of it when the process ends,
/// however it ends. Within one process a file may be used several times, such as by a manager that was given up and the next one.
/// </summary>
internal sealed class StateFileLock(string path) : IDisposable
{
    private static readonly Lock s_gate = new();
    private static readonly Dictionary<string, (FileStream File, int Users)> s_held = new(StringComparer.Ordinal);

    private readonly string _path = path + ".lock";
    private bool _isTaken;

    /// <exception cref="IOException">Another process has it.</exception>
    internal void Take()
    {
        if (!TryTake())
        {
            throw new IOException($"'{path}' is in use by another process; give each process a file of its own.");
        }
    }

    /// <returns>False if another process has it.</returns>
    internal bool TryTake()
    {
        lock (s_gate)
        {
            if (_isTaken)
            {
                return true;
            }

            if (s_held.TryGetValue(_path, out var held))
            {
                s_held[_path] = held with { Users = held.Users + 1 };
                _isTaken = true;
                return true;
            }

            if (!TryOpen(out var file))
            {
                return false;
            }

            if (file is not null)
            {
                s_held.Add(_path, (file, 1));
                _isTaken = true;
            }

            return true;
        }
    }

    public void Dispose()
    {
        lock (s_gate)
        {
            if (!_isTaken)
            {
                return;
            }

            _isTaken = false;
            var (file, users) = s_held[_path];
            if (users > 1)
            {
                s_held[_path] = (file, users - 1);
            }
            else
            {
                file.Dispose();
                s_held.Remove(_path);
            }
        }
    }

    /// <returns>False if another process has it open.</returns>
    private bool TryOpen(out FileStream? file)
    {
        file = null;
        try
        {
            file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where no file can be made no state can be stored either, which is told when that is tried; reading it is no harm.
            return exception is UnauthorizedAccessException || !File.Exists(_path);
        }
    }
}
