using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>The rules of an assembly as a rule file, in real builds.</summary>
public sealed class RuleExportTests : IDisposable
{
    // As the generator writes it, but for what the attributes say.
    private const string Table = """"
        namespace Instrumentation.Generated.App
        {
            internal static class AlertRules
            {
                private static readonly string s_prefix =
                    global::Instrumentation.Metrics.MetricPrefixes.Of("App", "game") is [_, ..] prefix ? prefix + "_" : "";

                internal static readonly global::Instrumentation.Rules.RecordingRuleDefinition Mean = new()
                {
                    Name = "game:latency:mean",
                    Expression = "avg(" + s_prefix + "latency_seconds)",
                    Labels = [("tier", "1")],
                    Series = [s_prefix + "latency_seconds"],
                };

                internal static readonly global::Instrumentation.Rules.AlertRuleDefinition SlowCombat = new()
                {
                    Name = "SlowCombat",
                    Expression = "histogram_quantile(0.95, rate(" + s_prefix + "combat_seconds_bucket{a=\"b\"}[5m])) > 0.1",
                    Condition = "p95 > 100ms",
                    For = global::System.TimeSpan.FromMinutes(1),
                    KeepFiringFor = global::System.TimeSpan.FromSeconds(90),
                    Severity = global::Instrumentation.AlertSeverity.Critical,
                    Summary = "It's {{ $value }}",
                    Description = "a\nb",
                    Runbook = "https://example.com/x",
                    Cooldown = global::System.TimeSpan.FromTicks(30000000L),
                    ResolveExpression = s_prefix + "x < 1",
                    Labels = [("team", "core"), ("b", "{{ $labels.b }}")],
                    Series = ["a", "b", "c"],
                    Member = "Combat.Attack",
                };

                internal static readonly global::Instrumentation.Rules.AlertRuleDefinition Other = new()
                {
                    Name = "Other",
                    Expression = "up == 0",
                    Group = "other group",
                };

                [global::System.Runtime.CompilerServices.ModuleInitializer]
                internal static void Register() => global::Instrumentation.Rules.DeclaredRules.Add("App", [SlowCombat, Other], [Mean]);
            }
        }

        namespace Instrumentation.Metrics
        {
            internal static class MetricPrefixes
            {
                internal static string Of(string assembly, string otherwise) => otherwise;
            }
        }
        """";

    private const string Expected = """
        # Made from the rules of the program by Instrumentation; a change made here is lost when it is made again.
        groups:
          - name: App
            rules:
              - record: 'game:latency:mean'
                expr: 'avg(game_latency_seconds)'
                labels:
                  tier: '1'
              # Combat.Attack: p95 > 100ms
              # In the process it also has a cooldown of 3s, which a server does not know.
              # In the process it resolves only when this has a result, which a server does not know: game_x < 1
              - alert: SlowCombat
                expr: 'histogram_quantile(0.95, rate(game_combat_seconds_bucket{a="b"}[5m])) > 0.1'
                for: 1m
                keep_firing_for: 1m30s
                labels:
                  team: core
                  b: '{{ $labels.b }}'
                  severity: critical
                annotations:
                  summary: 'It''s {{ $value }}'
                  description: "a\nb"
                  runbook_url: 'https://example.com/x'
          - name: 'other group'
            rules:
              - alert: Other
                expr: 'up == 0'
                labels:
                  severity: warning

        """;

    private readonly TemporaryProject _project = new();

    public RuleExportTests()
    {
        _project.UseSourceTree();
        _project.Write("App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NoWarn>$(NoWarn);CS0436</NoWarn></PropertyGroup>
            </Project>
            """);
        _project.Write("Rules.cs", Table);
    }

    public void Dispose() => _project.Dispose();

    [Theory]
    [InlineData("Debug")]
    [InlineData("Release")]
    public void OnRequest_TheRules_StandBesideTheAssembly(string configuration)
    {
        Build("-p:InstrumentationExportRules=true", "-c", configuration);

        var file = Assert.Single(Directory.EnumerateFiles(Path.Combine(_project.Folder, "bin"), "rules.yml", SearchOption.AllDirectories));
        Assert.Equal(Expected, File.ReadAllText(file));
    }

    [Fact]
    public void WithoutRequest_NothingIsWritten()
    {
        Build();

        Assert.Empty(Directory.EnumerateFiles(_project.Folder, "rules.yml", SearchOption.AllDirectories));
    }

    private void Build(params string[] arguments) => _project.Dotnet(["build", "-nologo", "--tl:off", .. arguments]);
}
