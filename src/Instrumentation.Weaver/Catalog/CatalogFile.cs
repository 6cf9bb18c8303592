using System.Text;

namespace Instrumentation.Weaver.Catalog;

/// <summary>Reads and writes a file that other builds read and write at the same time: those of a project's other target frameworks.</summary>
internal static class CatalogFile
{
    public static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static byte[] Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>Puts the whole text in place at once. A file that is as it should be keeps its time stamp, or everything that depends on it would be built again.</summary>
    public static void Write(string path, string text)
    {
        var content = Utf8.GetBytes(text);
        if (File.Exists(path) && Read(path).SequenceEqual(content))
        {
            return;
        }

        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(temporary, content);
        try
        {
            Put(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static void Put(string temporary, string path)
    {
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Replace(temporary, path, destinationBackupFileName: null);
        }
    }
}
