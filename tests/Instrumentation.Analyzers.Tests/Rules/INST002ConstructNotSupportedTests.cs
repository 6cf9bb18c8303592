using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST002ConstructNotSupportedTests
{
    [Theory]
    [InlineData("partial class C { [[|MonitoredOperation|]] public C() { } }")]
    [InlineData("partial class C { [[|MonitoredOperation|]] static C() { } }")]
    [InlineData("partial class C { [[|MonitoredOperation|]] ~C() { } }")]
    [InlineData("partial class C { void M() { Local(); [[|MonitoredOperation|]] void Local() { } } }")]
    [InlineData("partial class C { Action M() => [[|MonitoredOperation|]] () => { }; }")]
    [InlineData("abstract partial class C { [[|MonitoredOperation|]] public abstract void Act(); }")]
    [InlineData("partial interface I { [[|MonitoredOperation|]] void Act(); }")]
    [InlineData("file partial class C { [[|MonitoredOperation|]] public void Act() { } }")]
    [InlineData("using System.Runtime.InteropServices; partial class C { [[|MonitoredOperation|], DllImport(\"c\")] static extern int getpid(); }")]
    [InlineData("using System.Runtime.InteropServices; partial class C { [[|MonitoredOperation|], UnmanagedCallersOnly] static void Act() { } }")]
    public Task What_has_no_place_for_a_wrapper_is_named(string source) => Verify.Analyzer<INST002ConstructNotSupportedAnalyzer>(source);

    [Theory]
    [InlineData("partial class C { [MonitoredOperation] public async void Act() => await Task.Yield(); }")]
    [InlineData("partial class C { [MonitoredOperation] public static C operator +(C a, C b) => a; }")]
    [InlineData("partial class C { public int P { [MonitoredOperation] get => 1; [MonitoredOperation] init { } } }")]
    [InlineData("partial class C { public event Action E { [MonitoredOperation] add { } remove { } } }")]
    [InlineData("partial class C : IDisposable { [MonitoredOperation] void IDisposable.Dispose() { } }")]
    [InlineData("partial class C { [MonitoredOperation] public ref int Act(ref int x) => ref x; }")]
    [InlineData("partial class C { [MonitoredOperation] public unsafe int* Act(int* x) => x; }")]
    [InlineData("partial interface I { [MonitoredOperation] void Act() { } }")]
    [InlineData("static partial class C { [MonitoredOperation] public static int Twice(this int x) => x * 2; }")]
    [InlineData("ref partial struct S { [MonitoredOperation] public Span<int> Act(Span<int> x) => x; }")]
    [InlineData("partial class C { [MonitoredOperation] public IEnumerable<int> Act() { yield return 1; } }")]
    public Task What_can_be_monitored_does_not_trigger(string source) => Verify.Analyzer<INST002ConstructNotSupportedAnalyzer>(source);

    [Fact]
    public Task The_fix_removes_the_attribute_and_keeps_comments_and_other_attributes() =>
        Verify.Fix<INST002ConstructNotSupportedAnalyzer, INST002ConstructNotSupportedFix>(
            """
            partial class C
            {
                // Kept.
                [[|MonitoredOperation|]]
                [Obsolete]
                public C() { }
            }
            """,
            """
            partial class C
            {
                // Kept.
                [Obsolete]
                public C() { }
            }
            """);

    [Fact]
    public Task The_fix_leaves_the_rest_of_a_shared_list() =>
        Verify.Fix<INST002ConstructNotSupportedAnalyzer, INST002ConstructNotSupportedFix>(
            "partial class C { [Obsolete, [|MonitoredOperation|]] public C() { } }",
            "partial class C { [Obsolete] public C() { } }");
}
