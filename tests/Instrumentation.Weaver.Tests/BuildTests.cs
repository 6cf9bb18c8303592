using System.Reflection;
using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>The build step in real builds: when it runs, when it does not, and what it leaves behind.</summary>
public sealed class BuildTests : IDisposable
{
    private const string Program = """
        using Instrumentation;
        using Instrumentation.Weaving;
        Console.WriteLine($"woven: {string.Join(' ', WovenAssemblies.Woven)}; missing: {string.Join(' ', WovenAssemblies.Missing)}; {new Service().Act()}");
        public partial class Service
        {
            [MonitoredOperation]
            public string Act() => Environment.StackTrace.Contains("Act__Body") ? "measured" : "bare";
        }
        """;

    private readonly TemporaryProject _project = new();

    public BuildTests()
    {
        _project.UseSourceTree();
        WriteProject("net10.0");
        _project.Write("Program.cs", Program);
    }

    private string Compiled => _project.PathOf("obj/Debug/net10.0/App.dll");

    private string Output => _project.PathOf("bin/Debug/net10.0/App.dll");

    public void Dispose() => _project.Dispose();

    [Fact]
    public void ABuildThatHasNothingToDo_WeavesAndCopiesNothing_AndAnEditWeavesAgain()
    {
        Build();
        Assert.Equal("woven: App; missing: ; measured", Run());
        var (compiled, output) = (File.GetLastWriteTimeUtc(Compiled), File.GetLastWriteTimeUtc(Output));

        var log = Build("-v:n");
        Assert.Contains("Skipping target \"InstrumentationWeaveAssembly\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Copying file", log, StringComparison.Ordinal);
        Assert.Equal((compiled, output), (File.GetLastWriteTimeUtc(Compiled), File.GetLastWriteTimeUtc(Output)));

        _project.Write("Program.cs", Program.Replace("\"measured\"", "\"measured again\"", StringComparison.Ordinal));
        Build();
        Assert.Equal("woven: App; missing: ; measured again", Run());
        Assert.Equal(File.ReadAllBytes(Compiled), File.ReadAllBytes(Output));
    }

    [Fact]
    public void TheSwitch_TakesEffectBothWays_AndTheReferenceAssemblyNeverChanges()
    {
        Build("-p:InstrumentationWeave=false");
        Assert.Equal("woven: ; missing: App; bare", Run());
        var reference = File.ReadAllBytes(_project.PathOf("obj/Debug/net10.0/ref/App.dll"));

        Build();
        Assert.Equal("woven: App; missing: ; measured", Run());
        Assert.Equal(reference, File.ReadAllBytes(_project.PathOf("obj/Debug/net10.0/ref/App.dll")));

        Build("-p:InstrumentationWeave=false");
        Assert.Equal("woven: ; missing: App; bare", Run());
    }

    [Fact]
    public void SeveralTargetFrameworks_InParallel_AsGraph_AndCleanedUp()
    {
        WriteProject("net10.0;net10.0-browser");

        Build("-graph", "-m:2");

        foreach (var framework in new[] { "net10.0", "net10.0-browser" })
        {
            Assert.Equal("woven: App; missing: ; measured", _project.Dotnet(_project.PathOf($"bin/Debug/{framework}/App.dll")).Trim());
        }

        _project.Dotnet("clean", "-v:q");
        Assert.Empty(Directory.EnumerateFiles(_project.Folder, "*.woven", SearchOption.AllDirectories));
        Assert.False(File.Exists(Compiled));
    }

    [Fact]
    public void DesignTimeBuilds_AndWatchBuilds_AreNotWoven()
    {
        _project.Dotnet("restore", "-v:q");
        var log = _project.Dotnet("msbuild", "-nologo", "-v:n", "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true");
        Assert.DoesNotContain("WeaveAssembly", log, StringComparison.Ordinal);
        Assert.False(File.Exists(Compiled));

        Build("-p:DotNetWatchBuild=true");
        Assert.Equal("woven: ; missing: App; bare", Run());
        Build();
        Assert.Equal("woven: App; missing: ; measured", Run());

        // What dotnet watch hands down to the builds that it starts.
        var tools = _project.Dotnet("msbuild", "-nologo", "-getProperty:MSBuildToolsPath").Trim();
        _project.Environment["MSBUILD_EXE_PATH"] = Path.Combine(tools, "DotnetTools", "dotnet-watch", "..", "..", "MSBuild.dll");
        Build();
        Assert.Equal("woven: ; missing: App; bare", Run());
        _project.Environment.Clear();
        Build();
        Assert.Equal("woven: App; missing: ; measured", Run());
    }

    [Fact]
    public void AFailure_IsABuildError_AndLeavesTheAssemblyAsItWas()
    {
        Build("-p:InstrumentationWeave=false");
        var before = File.ReadAllBytes(Compiled);
        var symbols = Path.ChangeExtension(Compiled, ".pdb");
        File.Copy(Path.ChangeExtension(typeof(BuildTests).Assembly.Location, ".pdb"), symbols, overwrite: true);

        var (code, log) = _project.TryDotnet("msbuild", "-nologo", "-t:InstrumentationWeaveAssembly");

        Assert.NotEqual(0, code);
        Assert.Contains("error INSTW007", log, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", log, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(Compiled));
        Assert.Empty(Directory.EnumerateFiles(_project.Folder, "*.woven", SearchOption.AllDirectories));
    }

    [Fact]
    public void RuntimeAsync_AndExtensionMembers_OfTheNewestLanguage()
    {
        WriteProject("net10.0", "<LangVersion>preview</LangVersion><EnablePreviewFeatures>true</EnablePreviewFeatures><Features>$(Features);runtime-async=on</Features><NoWarn>$(NoWarn);SYSLIB5007</NoWarn>");
        _project.Write("Program.cs", """
            using Instrumentation;
            var service = new Service();
            Console.WriteLine(await service.Later());
            Console.WriteLine("ab".Twice() + "cd".Doubled);
            Console.WriteLine(string.Join(' ', typeof(Service).GetMethods((System.Reflection.BindingFlags)54).Where(m => m.DeclaringType == typeof(Service)).Select(m => $"{m.Name}:{(int)m.MethodImplementationFlags:x}")));
            public partial class Service
            {
                [MonitoredOperation] public async Task<string> Later() { await Task.Yield(); return "at " + System.Reflection.MethodBase.GetCurrentMethod()!.Name; }
            }
            public static partial class Extensions
            {
                extension(string text)
                {
                    [MonitoredOperation] public string Twice() => Environment.StackTrace.Contains("Twice__Body") ? text + text : "bare";
                    public string Doubled { [MonitoredOperation] get => Environment.StackTrace.Contains("get_Doubled__Body") ? text + text : "bare"; }
                }
            }
            """);

        // The runtime takes such methods only when it is told to.
        _project.Environment["DOTNET_RuntimeAsync"] = "1";
        Build();

        Assert.Equal(["at Later", "ababcdcd", "Later:2000 Later__Body:2000"], Run().Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void AKeyFile_SignsTheWovenAssembly()
    {
        using (var key = new System.Security.Cryptography.RSACryptoServiceProvider(2048))
        {
            File.WriteAllBytes(_project.PathOf("key.snk"), key.ExportCspBlob(includePrivateParameters: true));
        }

        WriteProject("net10.0", "<SignAssembly>true</SignAssembly><AssemblyOriginatorKeyFile>key.snk</AssemblyOriginatorKeyFile><NoWarn>$(NoWarn);CS8002</NoWarn>");

        Build();

        Assert.Equal("woven: App; missing: ; measured", Run());
        Assert.NotEmpty(AssemblyName.GetAssemblyName(Output).GetPublicKeyToken()!);
    }

    private void WriteProject(string frameworks, string properties = "") => _project.Write("App.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <{(frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework")}>{frameworks}</{(frameworks.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework")}>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            {properties}
          </PropertyGroup>
        </Project>
        """);

    private string Build(params string[] arguments) => _project.Dotnet(["build", "-nologo", .. arguments]);

    private string Run() => _project.Dotnet(Output).Trim();
}
