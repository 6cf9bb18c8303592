using System.Runtime.CompilerServices;
using System.Text;

namespace Instrumentation.Generator.Tests.Harness;

/// <summary>
/// Compares text with a file beside the test, named <c>Type.Method.verified.cs</c>. Running the tests with <c>ACCEPT_SNAPSHOTS=1</c> writes the
/// files; the diff is then read before it is committed.
/// </summary>
internal static class Snapshot
{
    public static void Verify(string actual, string? name = null, [CallerFilePath] string path = "", [CallerMemberName] string method = "")
    {
        var type = Path.GetFileNameWithoutExtension(path);
        var file = Path.Combine(Path.GetDirectoryName(path)!, "Snapshots", $"{type}.{method}{(name is null ? "" : "." + name)}.verified.cs");
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            return;
        }

        Assert.True(File.Exists(file), $"There is no snapshot {file}. Run with ACCEPT_SNAPSHOTS=1 and read what it writes.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), actual);
    }
}
