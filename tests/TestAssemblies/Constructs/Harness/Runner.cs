using System.Reflection;
using System.Text.Json;

namespace Constructs.Harness;

/// <summary>Runs every scenario of the assembly, one after the other, and writes one line of JSON for each.</summary>
public static class Runner
{
    public static async Task<int> Run(string output, IReadOnlyCollection<string> skipped)
    {
        await using var file = new StreamWriter(output, append: true) { AutoFlush = true };
        foreach (var scenario in Scenario.All().Where(s => !skipped.Contains(s.Name)))
        {
            // Written first, so that a scenario that takes the process down with it is known by name.
            await file.WriteLineAsync(JsonSerializer.Serialize(new Outcome { Scenario = scenario.Name }));
            await file.WriteLineAsync(JsonSerializer.Serialize(await Run(scenario)));
        }

        return 0;
    }

    private static async Task<Outcome> Run(Scenario scenario)
    {
        var before = Tallies.Read();
        var observer = new Observer();
        string? error = null;
        try
        {
            var result = scenario.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [observer], null);
            if (result is Task task)
            {
                await task;
            }
        }
        catch (Exception exception)
        {
            error = exception.ToString();
        }

        var after = await Tallies.ReadWhenQuiet();
        return new Outcome
        {
            Scenario = scenario.Name,
            Ended = true,
            Error = error,
            Observations = observer.Observations,
            Changes = Tallies.Changes(before, after),
        };
    }
}
