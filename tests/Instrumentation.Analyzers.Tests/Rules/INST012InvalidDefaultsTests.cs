using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST012InvalidDefaultsTests
{
    [Fact]
    public Task An_invalid_prefix_is_reported_and_corrected() =>
        Verify.Fix<INST012InvalidDefaultsAnalyzer, INST012InvalidDefaultsFix>(
            """[assembly: InstrumentationDefaults([|Prefix = "my-game"|], Service = "arena")]""",
            """[assembly: InstrumentationDefaults(Prefix = "my_game", Service = "arena")]""");

    [Fact]
    public Task An_empty_service_is_reported_and_removed() =>
        Verify.Fix<INST012InvalidDefaultsAnalyzer, INST012InvalidDefaultsFix>(
            """[assembly: InstrumentationDefaults(Prefix = "game", [|Service = ""|])]""",
            """[assembly: InstrumentationDefaults(Prefix = "game")]""");

    [Fact]
    public Task Valid_settings_do_not_trigger() =>
        Verify.Analyzer<INST012InvalidDefaultsAnalyzer>("""[assembly: InstrumentationDefaults(Prefix = "game_2", Service = "arena eu")]""");
}
