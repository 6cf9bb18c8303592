using System.Runtime.CompilerServices;

namespace Instrumentation.Games.Tests;

/// <summary>A program that uses the package under a prefix of its own.</summary>
internal static class GameProgram
{
    /// <summary>What its <c>/metrics</c> would answer.</summary>
    /// <param name="name">The program.</param>
    /// <param name="mode"><c>used</c> to record one of everything first, <c>idle</c> to record nothing.</param>
    /// <param name="format"><c>text</c> or <c>openmetrics</c>.</param>
    internal static string Scrape(string name, string mode = "used", string format = "text")
    {
        var result = Tool.Run("dotnet", [PathOf(name), mode, format])!;
        Assert.True(result.ExitCode == 0, result.Error);
        return result.Output;
    }

    private static string PathOf(string name, [CallerFilePath] string source = "")
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        return Path.Combine(Path.GetDirectoryName(source)!, $"../TestAssemblies/GamePrograms/{name}/bin/{configuration}/net10.0/{name}.dll");
    }
}
