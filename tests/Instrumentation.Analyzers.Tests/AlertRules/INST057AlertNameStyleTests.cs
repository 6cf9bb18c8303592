using Instrumentation.Analyzers.AlertRules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.AlertRules;

public class INST057AlertNameStyleTests
{
    [Theory]
    [InlineData("[|slow_combat|]")]
    [InlineData("[|slowCombat|]")]
    [InlineData("[|Slow combat|]")]
    [InlineData("[|SLOW|]")]
    [InlineData("SlowCombat")]
    [InlineData("P95Slow")]
    [InlineData("Slow")]
    public Task Names_are_in_CamelCase(string name) =>
        Verify.Analyzer<INST057AlertNameStyleAnalyzer>($$"""[assembly: AlertRule("{{name}}", "up == 0")]""");

    [Fact]
    public Task The_fix_puts_the_words_together() => Verify.Fix<INST057AlertNameStyleAnalyzer, INST057AlertNameStyleFix>(
        """[assembly: AlertRule("[|slow combat_now|]", "up == 0")]""", """[assembly: AlertRule("SlowCombatNow", "up == 0")]""");
}
