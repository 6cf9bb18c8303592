using System.Reflection;
using Instrumentation.Conformance.Tests.Catalogue;
using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Builds;

/// <summary>A monitored library and those who call it, built by the SDK as their owner would build them.</summary>
[Collection(WorkspaceCollection.Name)]
public sealed class ConsumerTests(ConsumerWorkspace workspace)
{
    [Fact]
    [Covers("VB or F# caller", "project reference", "Directory.Build.props in the consumer", "spaces and non-ASCII in paths", "parallel builds, `dotnet build -graph`")]
    public void Visual_basic_calls_overrides_and_counts() => Prints(
        "VisualBasic",
        0,
        "Ada joined at 1", "6", "0,1", "HEY!1", "Bob joined at 2",
        "calls: Arena.Join=2 Arena.LeaveAsync=1 Arena.Rounds=1 Arena.Shout=1");

    [Fact]
    [Covers("VB or F# caller", "project reference")]
    public void F_sharp_calls_overrides_and_counts() => Prints(
        "FSharp",
        0,
        "Ada joined at 3", "8", "3", "HEY", "ho!", "11",
        "calls: Arena.Join=1 Arena.LeaveAsync=1 Arena.Rounds=1 Arena.Shout=1");

    [Fact]
    [Covers("Main and top-level statements")]
    public void Main_itself() => Prints(
        "MainProgram",
        3,
        "Ada joined at 0", "10", "0", "1",
        "calls: Arena.Join=1 Arena.LeaveAsync=1 Arena.Rounds=1 Program.Main=1");

    [Fact]
    [Covers("Main and top-level statements")]
    public void Methods_beside_top_level_statements() => Prints(
        "TopLevel",
        4,
        "2", "3",
        "calls: Program.Twice=2 Program.TwiceLater=1");

    [Fact]
    [Covers("multi-targeting", "strong-named assembly")]
    public void A_signed_library_of_two_target_frameworks_is_woven_for_both()
    {
        workspace.EnsureBuilt();
        foreach (var framework in new[] { "net10.0", "net10.0-browser" })
        {
            var assembly = workspace.Output("Arena", framework);

            Assert.NotEmpty(AssemblyName.GetAssemblyName(assembly).GetPublicKeyToken()!);
            using var woven = Mono.Cecil.ModuleDefinition.ReadModule(assembly);
            Assert.True(woven.Attributes.HasFlag(Mono.Cecil.ModuleAttributes.StrongNameSigned));
            var arena = woven.GetType("Games.Arena");
            Assert.Contains(arena.Methods, method => method.Name == "Join__Body");
            Assert.DoesNotContain(arena.Methods, method => method.Name.Contains("__Monitored", StringComparison.Ordinal));
        }
    }

    [Fact]
    [Covers("incremental build, no double weaving", "up-to-date check")]
    public void Building_again_writes_nothing()
    {
        workspace.EnsureBuilt();
        string[] assemblies = [workspace.Output("Arena", "net10.0"), workspace.Output("MainProgram"), workspace.Output("VisualBasic")];
        // Another test may have published since, which restores for its runtime.
        Cli.Dotnet(workspace.Folder, "build", "All.slnx", "-nologo", "-v:q");
        var before = assemblies.Select(File.GetLastWriteTimeUtc).ToArray();

        var again = Cli.Dotnet(workspace.Folder, "build", "All.slnx", "--no-restore", "-nologo", "-v:n");

        Assert.True(again.ExitCode == 0, again.All);
        Assert.Equal(before, assemblies.Select(File.GetLastWriteTimeUtc));
        Assert.DoesNotContain("Task \"WeaveAssembly\"", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    [Covers("clean clone on a read-only package cache", "package reference")]
    public void Nothing_is_written_beside_the_packages_files()
    {
        workspace.EnsureBuilt();

        Assert.Equal(workspace.PackageFilesBefore, workspace.PackageFiles());
    }

    [Fact]
    [Covers("ReadyToRun, single file, trimming")]
    public void Published_as_one_trimmed_precompiled_file_it_still_counts()
    {
        workspace.EnsureBuilt();
        var result = Cli.Dotnet(
            workspace.Folder,
            "publish", "MainProgram/MainProgram.csproj", "-c", "Release", "-r", System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier,
            "--self-contained", "-p:PublishSingleFile=true", "-p:PublishTrimmed=true", "-p:PublishReadyToRun=true",
            "-p:TreatWarningsAsErrors=false", "-o", "published", "-nologo", "-v:q");
        if (result.LacksPackages)
        {
            Assert.Skip("The runtime pack for publishing cannot be had from the configured package sources.");
        }

        Assert.True(result.ExitCode == 0, result.All);
        var program = workspace.PathOf(OperatingSystem.IsWindows() ? "published/MainProgram.exe" : "published/MainProgram");
        var run = Cli.Run(workspace.Folder, program, []);
        Assert.Equal(
            ["Ada joined at 0", "10", "0", "1", "calls: Arena.Join=1 Arena.LeaveAsync=1 Arena.Rounds=1 Program.Main=1"],
            Lines(run));
        Assert.Equal(3, run.ExitCode);
    }

    private static string[] Lines(CliResult run) => run.Output.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    private void Prints(string project, int exitCode, params string[] lines)
    {
        workspace.EnsureBuilt();

        var run = Cli.Dotnet(workspace.Folder, workspace.Output(project));

        Assert.True(run.Error.Length == 0, run.Error);
        Assert.Equal(lines, Lines(run));
        Assert.Equal(exitCode, run.ExitCode);
    }
}
