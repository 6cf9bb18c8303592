using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST001TypeNotPartialTests
{
    [Fact]
    public Task A_type_that_is_not_partial_is_reported_and_made_partial_with_its_containers() =>
        Verify.Fix<INST001TypeNotPartialAnalyzer, INST001TypeNotPartialFix>(
            """
            // Kept.
            class Outer
            {
                public sealed class Inner
                {
                    [[|MonitoredOperation|]]
                    public void Act() { }
                }
            }
            """,
            """
            // Kept.
            partial class Outer
            {
                public sealed partial class Inner
                {
                    [MonitoredOperation]
                    public void Act() { }
                }
            }
            """);

    [Fact]
    public Task An_attribute_on_the_type_is_reported_once() =>
        Verify.Fix<INST001TypeNotPartialAnalyzer, INST001TypeNotPartialFix>(
            """
            [[|MonitoredOperation|]]
            public record struct Score(int Points)
            {
                public int Double() => Points * 2;
                public int Triple() => Points * 3;
            }
            """,
            """
            [MonitoredOperation]
            public partial record struct Score(int Points)
            {
                public int Double() => Points * 2;
                public int Triple() => Points * 3;
            }
            """);

    [Fact]
    public Task All_in_a_file_are_fixed_at_once() =>
        Verify.FixAll<INST001TypeNotPartialAnalyzer, INST001TypeNotPartialFix>(
            """
            public class A { [[|MonitoredOperation|]] public void Act() { } }
            public class B { [[|MonitoredOperation|]] public void Act() { } }
            """,
            """
            public partial class A { [MonitoredOperation] public void Act() { } }
            public partial class B { [MonitoredOperation] public void Act() { } }
            """);

    [Theory]
    [InlineData("public partial class C { [MonitoredOperation] public void Act() { } }")]
    [InlineData("public partial struct S { [MonitoredOperation] public void Act() { } }")]
    [InlineData("public partial interface I { [MonitoredOperation] void Act() { } }")]
    [InlineData("public static partial class C { [MonitoredOperation] public static void Act() { } }")]
    [InlineData("partial class O { partial record R { [MonitoredOperation] public void Act() { } } }")]
    [InlineData("public class C { public void Act() { } }")]
    [InlineData("[MonitoredOperation] partial class C { public void Act() { } class Nested { public void Act() { } } }")]
    public Task Partial_types_do_not_trigger(string source) => Verify.Analyzer<INST001TypeNotPartialAnalyzer>(source);
}
