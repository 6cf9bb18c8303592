using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Instrumentation.Exposition;
using Instrumentation.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests.Harness;

/// <summary>Compiles a source with the generator, without a warning, loads it, runs its <c>Test.Run()</c>, and reads what is exposed then.</summary>
internal static class MetricRun
{
    private static int s_runs;

    /// <summary>The samples, one a line and in ordinal order; the assembly's prefix is taken off again.</summary>
    public static string[] Samples(string source, bool checkOverflow = true, string attribute = "") =>
        [.. Exposed(source, checkOverflow, attribute).Where(line => line[0] != '#').Order(StringComparer.Ordinal)];

    /// <summary>All lines of the assembly's metrics.</summary>
    public static string[] Exposed(
        string source, bool checkOverflow = true, string attribute = "", ExpositionFormat format = ExpositionFormat.PrometheusText)
    {
        // A prefix of its own: the metrics of all tests end up in one registry.
        var prefix = string.Create(CultureInfo.InvariantCulture, $"run{Interlocked.Increment(ref s_runs)}");
        var compilation = TestCompilation.Create(
            $"[assembly: InstrumentationDefaults(Prefix = \"{prefix}\"{attribute})]", "using Instrumentation.Events;\nusing Instrumentation.Metrics;\n#pragma warning disable CS8019\n" + source);
        var run = GeneratorRun.Clean(compilation.WithOptions(compilation.Options.WithOverflowChecks(checkOverflow)));
        Execute(run.Output);
        return [.. MetricsExposition.Render(InstrumentRegistry.Default, format).Split('\n')
            .Where(line => line.Contains(prefix + "_", StringComparison.Ordinal) && !line.Contains("instrumentation_", StringComparison.Ordinal))
            .Select(line => line.Replace(prefix + "_", "", StringComparison.Ordinal))];
    }

    private static void Execute(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        image.Position = 0;

        // Not collectible: the registry holds what the assembly registered for as long as the process lives.
        var assembly = new AssemblyLoadContext("metrics").LoadFromStream(image);
        assembly.GetType("Test")!.GetMethod("Run", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, null);
    }
}
