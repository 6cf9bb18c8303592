using Instrumentation.Alerting.Export.Yaml;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Export.Testing;

/// <summary>Looks for samples on which a rule fires and resolves, by trying.</summary>
internal sealed class ScenarioSearch(ExportedRule rule, RuleTrial trial, IReadOnlyList<TestInput> inputs, Timeline timeline, CancellationToken cancellation)
{
    // Enough for four series with eight ways to behave each.
    private const int MostTrials = 5_000;
    private const int MostQuiet = 8;
    private const int MostBad = 24;

    internal RuleScenario? Find()
    {
        var quiet = new List<SeriesBehaviour[][]>();
        var bad = new List<SeriesBehaviour[][]>();
        foreach (var behaviours in Combinations().Take(MostTrials))
        {
            if (quiet.Count >= MostQuiet && bad.Count >= MostBad)
            {
                break;
            }

            if (Fires(behaviours) is { } fires)
            {
                (fires ? bad : quiet).Add(behaviours);
            }
        }

        foreach (var well in quiet.Take(MostQuiet))
        {
            foreach (var notWell in bad.Take(MostBad))
            {
                if (Check(well, notWell) is { } scenario)
                {
                    return scenario;
                }
            }
        }

        return null;
    }

    /// <summary>All ways in which the inputs can behave together, those that differ little from the plainest first.</summary>
    private IEnumerable<SeriesBehaviour[][]> Combinations()
    {
        var deepest = inputs.Sum(static input => input.Choices.Count - 1);
        for (var depth = 0; depth <= deepest; depth++)
        {
            foreach (var indexes in Indexes(0, depth))
            {
                yield return [.. indexes.Select((choice, input) => inputs[input].Choices[choice])];
            }
        }
    }

    private IEnumerable<IEnumerable<int>> Indexes(int input, int depth)
    {
        if (input == inputs.Count)
        {
            return depth == 0 ? [[]] : [];
        }

        return Enumerable.Range(0, Math.Min(depth, inputs[input].Choices.Count - 1) + 1)
            .SelectMany(choice => Indexes(input + 1, depth - choice).Select(rest => rest.Prepend(choice)));
    }

    /// <summary>Whether the condition holds once the inputs have behaved so for long; null if it cannot be evaluated.</summary>
    private bool? Fires(SeriesBehaviour[][] behaviours)
    {
        try
        {
            return trial.Run([(timeline.Well, behaviours)], timeline, timeline.Well - 1, cancellation)[^1].Length > 0;
        }
        catch (QueryException)
        {
            return null; // Such as two series that become one; other samples may do.
        }
    }

    private RuleScenario? Check(SeriesBehaviour[][] well, SeriesBehaviour[][] notWell)
    {
        (int, SeriesBehaviour[][])[] phases = [(timeline.Well, well), (timeline.NotWell, notWell), (timeline.After, well)];
        List<Labels[]> results;
        try
        {
            results = trial.Run(phases, timeline, 0, cancellation);
        }
        catch (QueryException)
        {
            return null;
        }

        var quiet = timeline.Well - 2;
        var first = results.FindIndex(timeline.Well - 3, static labels => labels.Length > 0);
        var last = results.FindLastIndex(static labels => labels.Length > 0);
        if (first < timeline.Well)
        {
            return null;
        }

        // Well away from the edges, since servers differ in whether a range includes its left end, and in the last digits.
        var earliest = first + Steps(rule.For) + 2;
        var firing = Math.Max(earliest, (first + last) / 2);
        var resolved = results.Count - 1;
        if (earliest + 2 > last || last + Steps(rule.KeepFiringFor) + 3 > resolved)
        {
            return null;
        }

        for (var i = first; i <= last; i++)
        {
            // The same alerts throughout, or none of them would have been pending for long enough.
            if (results[i].Length == 0 || (i <= firing + 1 && !results[i].ToHashSet().SetEquals(results[first])))
            {
                return null;
            }
        }

        return new RuleScenario(timeline, inputs, phases, quiet, firing, resolved, results[firing]);
    }

    private int Steps(long milliseconds) => (int)((milliseconds + timeline.Evaluation - 1) / timeline.Evaluation);
}
