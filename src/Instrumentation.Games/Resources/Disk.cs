namespace Instrumentation.Games.Resources;

/// <summary>The disk that the program runs from, in bytes.</summary>
internal readonly record struct Disk(long Used, long Size)
{
    private static readonly DriveInfo? s_drive = Find();

    /// <summary>Null where the file system does not say.</summary>
    internal static Disk? Read()
    {
        if (s_drive is null)
        {
            return null;
        }

        try
        {
            var size = s_drive.TotalSize;
            return new Disk(size - s_drive.TotalFreeSpace, size);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null; // Unmounted, or not ours to look at.
        }
    }

    private static DriveInfo? Find()
    {
        try
        {
            return new DriveInfo(AppContext.BaseDirectory);
        }
        catch (ArgumentException)
        {
            return null; // A network path has no drive.
        }
    }
}
