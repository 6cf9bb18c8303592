namespace Instrumentation.Weaver;

/// <summary>Replaces a file at once, so that nobody ever sees half of it.</summary>
internal static class FileReplacement
{
    /// <summary>Writes a file beside the old one and puts it in its place.</summary>
    /// <param name="path">The file to replace.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="orElse">What to undo before the failure is passed on.</param>
    public static void Replace(string path, byte[] content, Action? orElse = null)
    {
        var temporary = path + ".woven";
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            orElse?.Invoke();
            throw;
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
