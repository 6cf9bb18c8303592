using System.Diagnostics;
using System.Text;

namespace Instrumentation.Weaver.Tests.Support;

/// <summary>A folder outside the repository, in which the real SDK builds and runs. Its name has a space and letters beyond ASCII.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public TemporaryProject()
    {
        Folder = Directory.CreateTempSubdirectory("weaving é ü ").FullName;

        // Whatever lies above the temporary folder shall not take part.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
    }

    public string Folder { get; }

    public string PathOf(string name) => Path.Combine([Folder, .. name.Split('/')]);

    public void Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary>Runs dotnet in the folder and returns what it prints; fails the test when it fails.</summary>
    public string Dotnet(params string[] arguments)
    {
        var (code, output) = TryDotnet(arguments);
        Assert.True(code == 0, $"dotnet {string.Join(' ', arguments)} ended with {code}:\n{output}");
        return output;
    }

    public (int Code, string Output) TryDotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };

        // The test itself runs under the SDK, whose variables would steer the inner one. Build nodes that outlive the build would hold its files.
        foreach (var inherited in start.Environment.Keys.Where(key => key.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["UseSharedCompilation"] = "false";
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Further variables for the processes that <see cref="Dotnet"/> starts.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
