namespace Instrumentation.Package.Tests;

/// <summary>Projects outside the repository that refer to the packages: one reference is all it takes.</summary>
public sealed class ConsumerTests(PackedRepository packed) : IDisposable
{
    private const string Service = """
        using System;
        using System.Threading.Tasks;
        using Instrumentation;
        namespace Game;
        public interface IArena { string Join(string player); }
        public partial class Arena : IArena
        {
            [MonitoredOperation] public string Join(string player) => Environment.StackTrace.Contains("Join__Body") ? $"{player} measured" : $"{player} bare";
            [MonitoredOperation] public async Task<int> LeaveAsync(int delay) { await Task.Yield(); return delay; }
        }
        """;

    private const string Report = "System.Console.WriteLine($\"woven: {string.Join(' ', Instrumentation.Weaving.WovenAssemblies.Woven)}; missing: {string.Join(' ', Instrumentation.Weaving.WovenAssemblies.Missing)}\");";

    private readonly TemporaryProject _project = packed.NewProject();

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("Debug", "portable")]
    [InlineData("Release", "embedded")]
    public void AConsoleApplication_IsGenerated_Analyzed_AndWoven(string configuration, string debugType)
    {
        WriteProject("App.csproj", $"<OutputType>Exe</OutputType><DebugType>{debugType}</DebugType>", """<PackageReference Include="Instrumentation" Version="0.1.0" />""");
        _project.Write("Arena.cs", Service);
        _project.Write("Program.cs", $"""
            {Report}
            System.Console.WriteLine(((Game.IArena)new Game.Arena()).Join("Ada") + " " + await new Game.Arena().LeaveAsync(3));
            """);

        _project.Dotnet("build", "-nologo", "-c", configuration);

        Assert.Equal(["woven: App; missing: ", "Ada measured 3"], Run($"bin/{configuration}/net10.0/App.dll"));
    }

    [Fact]
    public void ALibraryAndItsCaller_InVisualBasic_AreBuiltTogether()
    {
        WriteProject("Arena/Arena.csproj", string.Empty, """<PackageReference Include="Instrumentation" Version="0.1.0" />""");
        _project.Write("Arena/Arena.cs", Service);
        WriteProject("Caller/Caller.vbproj", "<OutputType>Exe</OutputType>", """<ProjectReference Include="../Arena/Arena.csproj" />""");
        _project.Write("Caller/Program.vb", """
            Module Program
                Sub Main()
                    Dim arena As Game.IArena = New Game.Arena()
                    System.Console.WriteLine(arena.Join("Ada"))
                End Sub
            End Module
            """);

        _project.Dotnet("build", "-nologo", "Caller/Caller.vbproj");

        Assert.Equal(["Ada measured"], Run("Caller/bin/Debug/net10.0/Caller.dll"));
    }

    [Fact]
    public void AMistake_IsReportedByTheAnalyzers()
    {
        WriteProject("App.csproj", string.Empty, """<PackageReference Include="Instrumentation" Version="0.1.0" />""");
        _project.Write("Arena.cs", Service.Replace("partial class", "class", StringComparison.Ordinal));

        var (_, output) = _project.TryDotnet("build", "-nologo");

        Assert.Contains("INST0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void AspNetCoreAlone_BringsGeneratorAndWeaverAlong()
    {
        WriteProject("App.csproj", "<OutputType>Exe</OutputType>", """<PackageReference Include="Instrumentation.AspNetCore" Version="0.1.0" />""");
        _project.Write("Arena.cs", Service);
        _project.Write("Program.cs", Report);

        _project.Dotnet("build", "-nologo");

        Assert.Equal(["woven: App; missing: "], Run("bin/Debug/net10.0/App.dll"));
    }

    [Theory]
    [InlineData("-p:PublishSingleFile=true", "false")]
    [InlineData("-p:PublishReadyToRun=true", "false")]
    [InlineData("-p:PublishTrimmed=true", "true")]
    public void Published_ItIsStillMeasured(string option, string selfContained)
    {
        WriteProject("App.csproj", "<OutputType>Exe</OutputType><SuppressTrimAnalysisWarnings>true</SuppressTrimAnalysisWarnings>", """<PackageReference Include="Instrumentation" Version="0.1.0" />""");
        _project.Write("Arena.cs", Service);
        _project.Write("Program.cs", Report);
        var runtime = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;

        var (code, output) = _project.TryDotnet("publish", "-nologo", "-r", runtime, option, "--self-contained", selfContained, "-o", "published");

        if (code != 0 && LacksPackages(output))
        {
            Assert.Skip($"The runtime pack that {option} needs cannot be had from the configured package sources.");
        }

        Assert.True(code == 0, output);
        var program = _project.PathOf(OperatingSystem.IsWindows() ? "published/App.exe" : "published/App");
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program) { RedirectStandardOutput = true })!;
        Assert.Equal("woven: App; missing: ", process.StandardOutput.ReadToEnd().TrimEnd('\r', '\n'));
        process.WaitForExit();
    }

    [Fact]
    public void Trimmed_TheTrimmerHasNothingToSay()
    {
        WriteProject(
            "App.csproj",
            "<OutputType>Exe</OutputType><TreatWarningsAsErrors>true</TreatWarningsAsErrors><PublishTrimmed>true</PublishTrimmed><TrimmerSingleWarn>false</TrimmerSingleWarn>",
            """<PackageReference Include="Instrumentation" Version="0.1.0" />""");
        _project.Write("Program.cs", """
            using System.Collections.Generic;
            using System.Threading.Tasks;
            using Instrumentation;
            await new Service().LaterAsync();
            foreach (var number in new Service().Numbers()) { System.Console.Write(number); }
            await foreach (var number in new Service().StreamAsync()) { System.Console.Write(number); }
            public partial class Service
            {
                [MonitoredOperation] public async Task LaterAsync() { await Task.Yield(); }
                [MonitoredOperation] public IEnumerable<int> Numbers() { yield return 1; }
                [MonitoredOperation] public async IAsyncEnumerable<int> StreamAsync() { await Task.Yield(); yield return 2; }
            }
            """);

        var (code, output) = _project.TryDotnet(
            "publish", "-nologo", "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, "--self-contained", "-o", "published");

        if (code != 0 && LacksPackages(output))
        {
            Assert.Skip("The runtime pack that trimming needs cannot be had from the configured package sources.");
        }

        Assert.True(code == 0, output);
    }

    /// <summary>Whether no source has a package, or its version, or one cannot be reached.</summary>
    private static bool LacksPackages(string output) => ((string[])["NU1101", "NU1102", "NU1301"]).Any(code => output.Contains(code, StringComparison.Ordinal));

    private void WriteProject(string name, string properties, string references) => _project.Write(name, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable>{properties}</PropertyGroup>
          <ItemGroup>{references}</ItemGroup>
        </Project>
        """);

    private string[] Run(string assembly) => _project.Dotnet(_project.PathOf(assembly)).Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
