using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST004DuplicateOperationNameTests
{
    [Fact]
    public Task The_second_type_that_gives_a_name_is_reported_and_told_apart() =>
        Verify.Fix<INST004DuplicateOperationNameAnalyzer, INST004DuplicateOperationNameFix>(
            """
            partial class Combat { [MonitoredOperation("act")] public void Act() { } }
            partial class Trade { [[|MonitoredOperation("act")|]] public void Act() { } }
            """,
            """
            partial class Combat { [MonitoredOperation("act")] public void Act() { } }
            partial class Trade { [MonitoredOperation("Trade.act")] public void Act() { } }
            """);

    [Fact]
    public Task Types_of_one_name_in_two_namespaces_are_reported() =>
        Verify.Analyzer<INST004DuplicateOperationNameAnalyzer>(
            """
            namespace Shop { partial class Handler { [MonitoredOperation] public void Handle() { } } }
            namespace Arena { partial class Handler { [[|MonitoredOperation|]] public void Handle() { } } }
            """);

    [Theory]
    [InlineData("partial class C { [MonitoredOperation(\"act\")] public void A() { } [MonitoredOperation(\"act\")] public void B() { } }")]
    [InlineData("partial class C { [MonitoredOperation] public void Act() { } [MonitoredOperation] public void Act(int x) { } }")]
    [InlineData("partial class C { [MonitoredOperation] public void Act() { } } partial class C<T> { [MonitoredOperation] public void Act() { } }")]
    [InlineData("namespace A { partial class C { [MonitoredOperation(\"a\")] public void Act() { } } } namespace B { partial class C { [MonitoredOperation] public void Act() { } } }")]
    public Task One_type_and_other_names_do_not_trigger(string source) => Verify.Analyzer<INST004DuplicateOperationNameAnalyzer>(source);
}
