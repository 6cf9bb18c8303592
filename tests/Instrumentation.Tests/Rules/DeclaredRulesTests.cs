using Instrumentation.Rules;

namespace Instrumentation.Tests.Rules;

public class DeclaredRulesTests
{
    private static readonly AlertRuleDefinition s_slow = new() { Name = "Slow", Expression = "x > 1", Member = "Combat.Act" };

    [Fact]
    public void Rules_are_kept_in_order_of_declaration()
    {
        var assembly = nameof(Rules_are_kept_in_order_of_declaration);
        AlertRuleDefinition[] alerts = [new() { Name = "B_order", Expression = "b > 1" }, new() { Name = "A_order", Expression = "a > 1" }];
        RecordingRuleDefinition[] recordings = [new() { Name = "order:b", Expression = "b" }, new() { Name = "order:a", Expression = "a" }];
        var before = DeclaredRules.All;
        DeclaredRules.Add(assembly, alerts, recordings);

        var added = Assert.Single(DeclaredRules.All, set => set.Assembly == assembly);
        Assert.Equal(alerts, added.Alerts);
        Assert.Equal(recordings, added.Recordings);
        Assert.DoesNotContain(before, set => set.Assembly == assembly);
    }

    [Fact]
    public void A_rule_that_repeats_another_is_left_out_and_said()
    {
        var duplicates = new List<string>();
        var set = DeclaredRules.Without(
            [new("Game", [s_slow], [])], new("Arena", [s_slow with { Member = "Arena.Act" }, s_slow with { Name = "Other" }], []), duplicates);
        Assert.Equal("Other", Assert.Single(set.Alerts).Name);
        Assert.Equal("Alert rule 'Slow' of Arena.Act (Arena) repeats that of Combat.Act (Game) and is left out.", Assert.Single(duplicates));
    }

    [Fact]
    public void A_rule_that_only_shares_the_name_is_kept_and_said()
    {
        var duplicates = new List<string>();
        var critical = s_slow with { Severity = AlertSeverity.Critical };
        var set = DeclaredRules.Without([], new("Game", [s_slow, critical, s_slow with { Labels = [("team", "arena")] }], []), duplicates);
        Assert.Equal(3, set.Alerts.Count);
        Assert.Equal(2, duplicates.Count);
        Assert.All(duplicates, duplicate => Assert.Contains("shares its name", duplicate, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_recording_rules_never_write_the_same_series()
    {
        var duplicates = new List<string>();
        var rule = new RecordingRuleDefinition { Name = "slo:errors", Expression = "a", Labels = [("slo", "a")] };
        var set = DeclaredRules.Without(
            [new("Game", [], [rule])], new("Arena", [], [rule with { Expression = "b" }, rule with { Labels = [("slo", "b")] }]), duplicates);
        Assert.Equal([("slo", "b")], Assert.Single(set.Recordings).Labels);
        Assert.Contains("writes the same series as that of Game", Assert.Single(duplicates), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_lost_when_assemblies_load_at_once()
    {
        var name = nameof(Nothing_is_lost_when_assemblies_load_at_once);
        await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(
            () => DeclaredRules.Add(name, [new() { Name = $"{name}{i}", Expression = "x > 1" }], []), TestContext.Current.CancellationToken)));
        Assert.Equal(32, DeclaredRules.All.Where(set => set.Assembly == name).SelectMany(set => set.Alerts).Distinct().Count());
    }

    [Fact]
    public void Nulls_do_not_keep_an_assembly_from_loading() => DeclaredRules.Add(null!, null!, null!);
}
