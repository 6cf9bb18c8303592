using System.Runtime.CompilerServices;

namespace Instrumentation.Games.Tests;

internal static class Repository
{
    internal static string PathOf(string path, [CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, "../..", path));
}
