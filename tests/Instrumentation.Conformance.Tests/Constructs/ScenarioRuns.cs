using System.Text.Json;
using Constructs.Harness;
using Instrumentation.Conformance.Tests.Support;

namespace Instrumentation.Conformance.Tests.Constructs;

/// <summary>Runs the scenarios of a variant in a process of its own, once, and keeps what came of each.</summary>
internal sealed class ScenarioRuns(ConstructBuilds builds)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, Outcome>> _runs = [];
    private readonly Lock _gate = new();

    /// <summary>What came of each scenario, by its name. A scenario that took the process down with it is there, not ended and with the reason.</summary>
    internal IReadOnlyDictionary<string, Outcome> Of(string variant)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(variant, out var run))
            {
                _runs[variant] = run = Run(builds.Assembly(variant), Variant.IsRuntimeAsyncName(variant));
            }

            return run;
        }
    }

    internal static IReadOnlyDictionary<string, Outcome> Run(string assembly, bool runtimeAsync)
    {
        var outcomes = new Dictionary<string, Outcome>();
        while (true)
        {
            var file = Path.GetTempFileName();
            var result = Cli.Run(
                Path.GetDirectoryName(assembly)!,
                "dotnet",
                [assembly, "run", file, .. outcomes.Keys],
                ("DOTNET_RuntimeAsync", runtimeAsync ? "1" : "0"));
            var lines = File.ReadAllLines(file);
            File.Delete(file);
            var last = "";
            foreach (var outcome in lines.Select(line => JsonSerializer.Deserialize<Outcome>(line)!))
            {
                outcomes[outcome.Scenario] = outcome;
                last = outcome.Scenario;
            }

            if (result.ExitCode == 0)
            {
                return outcomes;
            }

            // Nothing began: what is wrong is not a scenario.
            Assert.True(last.Length > 0, $"{assembly} ended with {result.ExitCode}:\n{result.All}");
            outcomes[last] = new Outcome { Scenario = last, Error = $"The process ended with {result.ExitCode}: {result.Error}" };
        }
    }
}
