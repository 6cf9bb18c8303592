using Instrumentation.Conformance.Tests.Catalogue;
using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Constructs;

/// <summary>A process that ends inside monitored methods ends as it does without instrumentation: same exit code, same output, same trace.</summary>
public sealed class ExitTests(ConstructBuilds builds)
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var variant in Variant.All.Where(variant => !variant.IsRuntimeAsync))
        {
            foreach (var how in new[] { "unhandled", "unhandled-async", "leave", "environment" })
            {
                cases.Add(how, variant.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    [Covers("unhandled exception, thread abort by process exit")]
    public void The_process_ends_the_same_way(string how, string variant)
    {
        var plain = Exit(Variant.Of(variant).Plain, how);
        var monitored = Exit(variant, how);

        Assert.Equal(plain.ExitCode, monitored.ExitCode);
        Assert.Equal(plain.Output, monitored.Output);
        Assert.Equal(UserFrames(plain), UserFrames(monitored));
    }

    private CliResult Exit(string variant, string how) => Cli.Run(
        Repository.Root,
        "dotnet",
        [builds.Assembly(variant), "exit", how],
        // No dump of the process that is meant to die.
        ("DOTNET_DbgEnableMiniDump", "0"));

    /// <summary>The message and the lines of the printed trace that lie in the constructs' sources, wrappers and twins' names apart.</summary>
    private static IEnumerable<string> UserFrames(CliResult result) => result.Error.ReplaceLineEndings("\n").Split('\n')
        .Where(line => line.StartsWith("Unhandled", StringComparison.Ordinal) || line.Contains("Exits.cs", StringComparison.Ordinal))
        .Select(line => line.Replace("__Body", "", StringComparison.Ordinal));
}
