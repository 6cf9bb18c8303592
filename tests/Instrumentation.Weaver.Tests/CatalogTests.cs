using Instrumentation.Weaver.Tests.Support;

namespace Instrumentation.Weaver.Tests;

/// <summary>The catalog of an assembly's metrics in real builds: what is written, and what a committed one makes of a change.</summary>
public sealed class CatalogTests : IDisposable
{
    private const string Kills = """
        [assembly: Instrumentation.DeclaredMetric("kills_total", Instrumentation.MetricKind.Counter, Help = "Kills \"clean\" | other.", Owner = "combat",
            Labels = ["weapon=rifle|a\\|b|other", "region=*50"], Series = 156, Member = "Combat.Kill")]

        """;

    private const string Damage = """
        [assembly: Instrumentation.DeclaredMetric("damage_ratio", Instrumentation.MetricKind.Histogram, Help = "Damage.", Unit = "ratio", Buckets = [0.1, 0.5, 1])]

        """;

    private readonly TemporaryProject _project = new();

    public CatalogTests()
    {
        _project.UseSourceTree();
        _project.Write("App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        _project.Write("Metrics.cs", Kills + Damage);
    }

    public void Dispose() => _project.Dispose();

    [Fact]
    public void WithoutRequest_NothingIsWritten()
    {
        Build();

        Assert.Empty(Directory.EnumerateFiles(_project.Folder, "*etrics.json", SearchOption.AllDirectories));
    }

    [Fact]
    public void OnRequest_JsonAndMarkdown_StandBesideTheAssembly()
    {
        _project.Write("Twice.cs", Damage.Replace("Buckets =", "Member = \"Combat.Hit\", Buckets =", StringComparison.Ordinal) + Damage.Replace("Buckets =", "Member = \"Fall.Land\", Buckets =", StringComparison.Ordinal));
        Build("-p:InstrumentationCatalog=true");

        Assert.Equal(
            """
            {
              "assembly": "App",
              "metrics": [
                {
                  "name": "damage_ratio",
                  "kind": "histogram",
                  "unit": "ratio",
                  "help": "Damage.",
                  "labels": [],
                  "buckets": [0.1, 0.5, 1],
                  "series": 1,
                  "member": "Combat.Hit, Fall.Land"
                },
                {
                  "name": "kills_total",
                  "kind": "counter",
                  "help": "Kills \"clean\" | other.",
                  "labels": [
                    { "name": "weapon", "values": ["rifle", "a|b", "other"] },
                    { "name": "region", "limit": 50 }
                  ],
                  "series": 156,
                  "owner": "combat",
                  "member": "Combat.Kill"
                }
              ]
            }

            """,
            File.ReadAllText(_project.PathOf("bin/Debug/net10.0/metrics.json")),
            ignoreLineEndingDifferences: true);
        var markdown = File.ReadAllText(_project.PathOf("bin/Debug/net10.0/METRICS.md"));
        Assert.Contains("2 metrics, 162 samples a scrape at most", markdown, StringComparison.Ordinal);
        Assert.Contains(@"| [`kills_total`](#kills_total) | counter |  | `weapon`, `region` | 156 | Kills ""clean"" \| other. | combat |", markdown, StringComparison.Ordinal);
        Assert.Contains("* `region`: the first 50 values that come along, then `other`", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void ACommittedCatalog_IsSilentWhileItHolds_AndNamesEachDifferenceAfterwards_UntilItIsAccepted()
    {
        Build("-p:InstrumentationCatalogUpdate=true");
        Assert.DoesNotContain("INSTC", Build(), StringComparison.Ordinal);

        _project.Write("Metrics.cs", Kills
            .Replace("MetricKind.Counter", "MetricKind.Gauge", StringComparison.Ordinal)
            .Replace("weapon=rifle|", "weapon=bow|", StringComparison.Ordinal)
            .Replace("region=*50", "region=*60", StringComparison.Ordinal));

        for (var build = 0; build < 2; build++)
        {
            // The second build compiles nothing, and warns all the same.
            var log = Build();
            Assert.Contains("metrics.json(5,1): warning INSTC001: The metric 'damage_ratio' is not what the committed catalog says: it is gone.", log, StringComparison.Ordinal);
            Assert.Contains(
                "metrics.json(14,1): warning INSTC001: The metric 'kills_total' is not what the committed catalog says: kind counter became gauge; "
                + "label weapon: without rifle with bow; label region with a limit of 50 became with a limit of 60.",
                log,
                StringComparison.Ordinal);
        }

        Build("-p:InstrumentationCatalogUpdate=true");
        Assert.DoesNotContain("INSTC", Build(), StringComparison.Ordinal);
    }

    [Fact]
    public void ACommittedCatalog_OfAnotherName_IsTheOneThatIsWritten()
    {
        const string elsewhere = "-p:InstrumentationCommittedCatalog=docs/app-metrics.json";
        Build("-p:InstrumentationCatalogUpdate=true", elsewhere);
        Assert.Equal(["app-metrics.json", "app-metrics.md"], Directory.GetFiles(_project.PathOf("docs")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        _project.Write("Metrics.cs", Kills.Replace("weapon=rifle|a\\\\|b|other", "damage_ratio=x", StringComparison.Ordinal) + Damage.Replace("Damage.", "Harm.", StringComparison.Ordinal));
        Assert.Contains("app-metrics.json(5,1): warning INSTC001: The metric 'damage_ratio'", Build(elsewhere), StringComparison.Ordinal);

        Build("-p:InstrumentationCatalogUpdate=true", elsewhere);
        Assert.DoesNotContain("INSTC", Build(elsewhere), StringComparison.Ordinal);
    }

    [Fact]
    public void ANewMetric_BreaksNobody()
    {
        _project.Write("Metrics.cs", Kills);
        Build("-p:InstrumentationCatalogUpdate=true");

        _project.Write("Metrics.cs", Kills + Damage);

        var log = Build("-v:n");
        Assert.DoesNotContain("warning", log, StringComparison.Ordinal);
        Assert.Contains("The metric 'damage_ratio' is not in the committed catalog", log, StringComparison.Ordinal);
    }

    [Fact]
    public void ACatalogThatCannotBeRead_IsAWarning_WhichSaysWhatToDo()
    {
        _project.Write("metrics.json", """{ "metrics": [ { "name": """);

        Assert.Contains("warning INSTC002: The committed metric catalog cannot be read: ", Build(), StringComparison.Ordinal);
    }

    private string Build(params string[] arguments) => _project.Dotnet(["build", "-nologo", "--tl:off", .. arguments]);
}
