using Instrumentation.Conformance.Tests.Support;

[assembly: AssemblyFixture(typeof(Instrumentation.Conformance.Tests.Constructs.ConstructBuilds))]

namespace Instrumentation.Conformance.Tests.Constructs;

/// <summary>All variants of the constructs, built once for all tests by one call of the SDK.</summary>
public sealed class ConstructBuilds
{
    private readonly Lazy<string> _log = new(Build);

    public ConstructBuilds() => Runs = new ScenarioRuns(this);

    /// <summary>The scenarios of the variants, run.</summary>
    internal ScenarioRuns Runs { get; }

    /// <summary>The assembly of a variant; fails the test with the compiler's words when it did not build.</summary>
    internal string Assembly(string variant)
    {
        var log = _log.Value;
        var assembly = Variant.Assembly(variant);
        var own = Errors(log, "Constructs/Constructs.csproj").ToArray();
        Assert.True(File.Exists(assembly) && own.Length == 0, $"The constructs did not build:\n{string.Join('\n', own.Take(20))}");
        return assembly;
    }

    /// <summary>The build's log.</summary>
    internal string Log => _log.Value;

    private static string Build()
    {
        var project = Repository.TestAssembly("Variants.proj");
        var result = Cli.Dotnet(
            Path.GetDirectoryName(project)!, "build", project, "-c", Repository.Configuration, "-m:2", "-v:q", "-nologo", "-p:UseSharedCompilation=true");
        return result.All.Replace('\\', '/');
    }

    private static IEnumerable<string> Errors(string log, string project) => log.Split('\n')
        .Where(line => line.Contains(": error ", StringComparison.Ordinal) && line.Contains(project, StringComparison.Ordinal))
        .Distinct();
}
