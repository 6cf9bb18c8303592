using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST011CoreMissingTests
{
    [Fact]
    public Task A_missing_implementation_is_reported_and_added() =>
        Verify.Fix<INST011CoreMissingAnalyzer, INST011CoreMissingFix>(
            """
            partial class C
            {
                [[|MonitoredOperation|]]
                public static partial T Pick<T>(T first, [MetricLabel] bool other) where T : class;
            }
            """,
            """
            partial class C
            {
                [MonitoredOperation]
                public static partial T Pick<T>(T first, [MetricLabel] bool other) where T : class;

                private static T PickCore<T>(T first, bool other) where T : class => throw new System.NotImplementedException();
            }
            """);

    [Fact]
    public Task An_implementation_of_another_signature_is_reported() =>
        Verify.Analyzer<INST011CoreMissingAnalyzer>(
            """
            partial class C
            {
                [[|MonitoredOperation|]]
                public partial int Damage(int armour);

                private int DamageCore(long armour) => 0;
            }
            """);

    [Theory]
    [InlineData("partial class C { [MonitoredOperation] public partial int Damage(int armour); private int DamageCore(int armour) => armour; }")]
    [InlineData("partial class C { [MonitoredOperation] public partial void Act(); public partial void Act() { } }")]
    [InlineData("partial class C { public partial void Act(); public partial void Act() { } }")]
    public Task Partial_methods_with_a_body_do_not_trigger(string source) => Verify.Analyzer<INST011CoreMissingAnalyzer>(source);
}
