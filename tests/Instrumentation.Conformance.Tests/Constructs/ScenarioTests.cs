using Constructs.Harness;

namespace Instrumentation.Conformance.Tests.Constructs;

/// <summary>
/// Every scenario in every variant: it sees what it sees without instrumentation, and each operation has moved by exactly the calls that were
/// made.
/// </summary>
public sealed class ScenarioTests(ConstructBuilds builds)
{
    private static readonly Dictionary<string, Scenario> s_scenarios = Scenario.All().ToDictionary(scenario => scenario.Name);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var variant in Variant.All)
        {
            foreach (var scenario in s_scenarios.Keys)
            {
                cases.Add(scenario, variant.Name);
            }
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Works_as_unmonitored_and_is_counted_once(string scenario, string variant)
    {
        var plain = Ended(Variant.Of(variant).Plain, scenario);
        var monitored = Ended(variant, scenario);

        Assert.Equal(plain.Observations, monitored.Observations);
        Assert.Equal(Expected(s_scenarios[scenario]), monitored.Changes.Order(s_byName));
    }

    private static readonly Comparer<KeyValuePair<string, Tally>> s_byName =
        Comparer<KeyValuePair<string, Tally>>.Create((left, right) => string.CompareOrdinal(left.Key, right.Key));

    private static IEnumerable<KeyValuePair<string, Tally>> Expected(Scenario scenario) => scenario.Calls
        .Select(calls => KeyValuePair.Create(calls.Operation, new Tally(calls.Calls, calls.Failures, calls.Cancellations, InFlight: 0)))
        .Order(s_byName);

    private Outcome Ended(string variant, string scenario)
    {
        if (Variant.IsRuntimeAsyncName(variant) && RuntimeAsync.WhyNot is { } reason)
        {
            Assert.Skip(reason);
        }

        var outcome = builds.Runs.Of(variant)[scenario];
        Assert.True(outcome.Ended && outcome.Error is null, $"{variant}: {outcome.Error}");
        return outcome;
    }
}
