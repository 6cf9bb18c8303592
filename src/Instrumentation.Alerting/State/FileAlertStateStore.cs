namespace Instrumentation.Alerting.State;

/// <summary>Keeps the state in a file, which is replaced as a whole: a crash at any moment leaves the old or the new one.</summary>
/// <remarks>A file beside it (<c>….lock</c>) is held as long as the process uses the state, so that two processes that were given one path do not take each other's for their own.</remarks>
public sealed class FileAlertStateStore : IAlertStateStore, IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private readonly string _path;
    private readonly StateFileLock _lock;
    private readonly TimeSpan _patience;

    /// <summary>Makes a store; the file need not be there.</summary>
    /// <param name="path">The file.</param>
    public FileAlertStateStore(string path)
        : this(path, TimeSpan.FromSeconds(10))
    {
    }

    /// <param name="path">The file.</param>
    /// <param name="patience">How long to wait for another process that uses the file.</param>
    internal FileAlertStateStore(string path, TimeSpan patience)
    {
        _patience = patience;
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _path = Path.GetFullPath(path);
        _lock = new StateFileLock(_path);
    }

    /// <inheritdoc/>
    /// <remarks>Waits up to 10 seconds for another process that uses the file: when a new version takes over, the old one may be just about to end.</remarks>
    /// <exception cref="IOException">The file cannot be read, or another process goes on using it.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> LoadAsync(CancellationToken cancellationToken)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!_lock.TryTake() && TimeProvider.System.GetElapsedTime(began) < _patience)
        {
            await Task.Delay(s_look, cancellationToken).ConfigureAwait(false);
        }

        _lock.Take();

        // Typed, since a bare null would become an empty memory.
        return File.Exists(_path) ? await File.ReadAllBytesAsync(_path, cancellationToken).ConfigureAwait(false) : default(ReadOnlyMemory<byte>?);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The file cannot be written, or another process uses it.</exception>
    public async ValueTask SaveAsync(ReadOnlyMemory<byte> state, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _lock.Take();
        var temporary = _path + ".tmp";
        var file = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(state, cancellationToken).ConfigureAwait(false);

            // Before the rename: else a crash of the machine could leave the new name with nothing in it.
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, _path, overwrite: true);
        DirectorySync.Flush(Path.GetDirectoryName(_path)!);
    }

    /// <inheritdoc/>
    public ValueTask<string> SetAsideAsync(CancellationToken cancellationToken)
    {
        var aside = _path + ".corrupt";
        File.Move(_path, aside, overwrite: true);
        return new ValueTask<string>(aside);
    }

    /// <summary>Lets other processes use the file.</summary>
    public void Dispose() => _lock.Dispose();
}
