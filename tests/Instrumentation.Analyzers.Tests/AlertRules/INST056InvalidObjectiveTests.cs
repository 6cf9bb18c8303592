using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST056InvalidObjectiveTests
{
    [Theory]
    [InlineData("\"[|99.9|]\"")]
    [InlineData("\"[|100%|]\"")]
    [InlineData("\"[|0%|]\"")]
    [InlineData("\"[|good|]\"")]
    [InlineData("\"[|99.9%%|]\"")]
    [InlineData("\"99%\", Latency = \"[|123ms|]\"")]
    [InlineData("\"99%\", Latency = \"[|20s|]\"")]
    [InlineData("\"99%\", Latency = \"[|250|]\"")]
    [InlineData("\"99%\", Latency = \"[|5%|]\"")]
    [InlineData("\"99%\", Window = \"[|1h|]\"")]
    [InlineData("\"99%\", Window = \"[|91d|]\"")]
    [InlineData("\"99%\", Window = \"[|month|]\"")]
    [InlineData("\"99.9%\", Latency = \"250ms\", Window = \"7d\"")]
    [InlineData("\"0.999\"")]
    public Task An_objective_is_a_share_within_a_bound(string arguments) => Verify.Analyzer<INST056InvalidObjectiveAnalyzer>(Source(arguments));

    [Theory]
    [InlineData("\"[|99.9|]\"", "\"99.9%\"")]
    [InlineData("\"99%\", Latency = \"[|200ms|]\"", "\"99%\", Latency = \"250ms\"")]
    public Task The_fix_puts_in_what_was_meant(string wrong, string right) =>
        Verify.Fix<INST056InvalidObjectiveAnalyzer, INST056InvalidObjectiveFix>(Source(wrong), Source(right));

    private static string Source(string arguments) => $$"""public partial class C { [MonitoredOperation] [Slo({{arguments}})] public void M() { } }""";
}
