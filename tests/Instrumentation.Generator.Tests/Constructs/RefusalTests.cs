using Instrumentation.Generator.Parsing;
using Instrumentation.Generator.Tests.Harness;

namespace Instrumentation.Generator.Tests.Constructs;

public sealed class RefusalTests
{
    [Theory]
    [InlineData("public class C { [MonitoredOperation] public void M() { } }", FindingIds.TypeNotPartial, "C")]
    [InlineData("public class C { public partial class D { [MonitoredOperation] public void M() { } } }", FindingIds.TypeNotPartial, "C")]
    [InlineData("[MonitoredOperation] public class C { public void M() { } }", FindingIds.TypeNotPartial, "C")]
    [InlineData("file partial class C { [MonitoredOperation] public void M() { } }", FindingIds.ConstructNotSupported, "file-local type")]
    [InlineData("[MonitoredOperation] file partial class C { public void M() { } }", FindingIds.ConstructNotSupported, "file-local type")]
    [InlineData("public abstract partial class C { [MonitoredOperation] public abstract void M(); }", FindingIds.ConstructNotSupported, "abstract member")]
    [InlineData("public partial interface C { [MonitoredOperation] void M(); }", FindingIds.ConstructNotSupported, "abstract member")]
    [InlineData("public partial class C { [MonitoredOperation] ~C() { } }", FindingIds.ConstructNotSupported, "finalizer")]
    [InlineData("public partial class C { public void M() { L(); [MonitoredOperation] void L() { } } }", FindingIds.ConstructNotSupported, "local function")]
    [InlineData("public partial class C { [MonitoredOperation, System.Runtime.InteropServices.DllImport(\"x\")] public static extern void M(); }", FindingIds.ConstructNotSupported, "extern method")]
    [InlineData("public partial class C { [MonitoredOperation, System.Runtime.InteropServices.LibraryImport(\"x\")] public static partial void M(); }", FindingIds.ConstructNotSupported, "extern method")]
    [InlineData("public partial class C { [MonitoredOperation, System.Runtime.InteropServices.UnmanagedCallersOnly] public static void M() { } }", FindingIds.ConstructNotSupported, "UnmanagedCallersOnly method")]
    [InlineData("public partial class C { [MonitoredOperation] public void M(__arglist) { } }", FindingIds.ConstructNotSupported, "method with __arglist")]
    [InlineData("public class B<U> { public virtual void M<T>() where T : U { } } public partial class C : B<int> { [MonitoredOperation] public override void M<T>() { } }", FindingIds.ConstructNotSupported, "method with an inexpressible constraint")]
    [InlineData("public partial class C { [MonitoredOperation, System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(B))] public async Task M() { await Task.Yield(); } public struct B { } }", FindingIds.ConstructNotSupported, "async method with a custom builder")]
    [InlineData("[System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(int))] public class T { } public partial class C { [MonitoredOperation] public async T M() { await Task.Yield(); } }", FindingIds.ConstructNotSupported, "async method with a custom task type")]
    [InlineData("public partial class C { public partial int P { [MonitoredOperation] get; } }", FindingIds.ConstructNotSupported, "partial property without a body")]
    [InlineData("public partial class C { [MonitoredOperation] public partial void M(ref dynamic a); private void MCore(ref dynamic a) { } }", FindingIds.ConstructNotSupported, "partial method with a dynamic parameter by reference")]
    [InlineData("public partial class C { [MonitoredOperation, NotMonitored] public void M() { } }", FindingIds.WithoutEffect, "MonitoredOperation")]
    [InlineData("[MonitoredOperation] public partial class C { private void M() { } [NotMonitored] public void N() { } }", FindingIds.WithoutEffect, "MonitoredOperation")]
    [InlineData("[MonitoredOperation(\" \")] public partial class C { public void M() { } }", FindingIds.InvalidMetricName, "operation")]
    [InlineData("public partial class C { [MonitoredOperation] public partial void M(); }", FindingIds.CoreMissing, "missing")]
    [InlineData("public partial class C { [MonitoredOperation] public partial void M(); private int MCore() => 1; }", FindingIds.CoreMissing, "mismatched")]
    public void Refused_with(string source, string id, string argument)
    {
        var compilation = TestCompilation.Create(source);
        var finding = Assert.Single(Findings.Of(compilation));
        Assert.Equal(id, finding.Id);
        Assert.Contains(argument, finding.Arguments);
        Assert.NotNull(finding.Location);
        Assert.Empty(GeneratorRun.Over(compilation).Wrappers());
    }

    [Theory]
    [InlineData("MonitoredOperation(\"\")", FindingIds.InvalidMetricName)]
    [InlineData("MonitoredOperation(Metric = \"1_seconds\")", FindingIds.InvalidMetricName)]
    [InlineData("MonitoredOperation(Metric = \"a:b_seconds\")", FindingIds.InvalidMetricName)]
    [InlineData("MonitoredOperation(Metric = \"__a_seconds\")", FindingIds.InvalidMetricName)]
    [InlineData("MonitoredOperation(Metric = \"a_total\")", FindingIds.InvalidMetricName)]
    [InlineData("MonitoredOperation(Metric = \"operation_duration_seconds\")", FindingIds.InvalidMetricName)]
    [InlineData("MonitoredOperation(Metric = \"instrumentation_a_seconds\")", FindingIds.InvalidMetricName)]
    [InlineData("MonitoredOperation(Buckets = new double[0])", FindingIds.InvalidBuckets)]
    [InlineData("MonitoredOperation(Buckets = new[] { 1, 1.0 })", FindingIds.InvalidBuckets)]
    [InlineData("MonitoredOperation(Buckets = new[] { 2, 1.0 })", FindingIds.InvalidBuckets)]
    [InlineData("MonitoredOperation(Buckets = new[] { 0, 1.0 })", FindingIds.InvalidBuckets)]
    [InlineData("MonitoredOperation(Buckets = new[] { double.NaN })", FindingIds.InvalidBuckets)]
    [InlineData("MonitoredOperation(Buckets = new[] { 1, double.PositiveInfinity })", FindingIds.InvalidBuckets)]
    [InlineData("MonitoredOperation(SampleEvery = 0)", FindingIds.InvalidSampleEvery)]
    public void Settings_refused_with(string attribute, string id)
    {
        var onMethod = TestCompilation.Create($"public partial class C {{ [{attribute}] public void M() {{ }} }}");
        Assert.Equal(id, Assert.Single(Findings.Of(onMethod)).Id);
        Assert.Empty(GeneratorRun.Clean(onMethod).Files);
    }

    [Theory]
    [InlineData("MonitoredOperation(Metric = \"a_time\")", FindingIds.MetricUnitMissing)]
    [InlineData("MonitoredOperation(Help = \"x\")", FindingIds.WithoutEffect)]
    public void Measured_all_the_same(string attribute, string id)
    {
        var compilation = TestCompilation.Create($"public partial class C {{ [{attribute}] public void M() {{ }} }}");
        Assert.Equal(id, Assert.Single(Findings.Of(compilation)).Id);
        Assert.Single(GeneratorRun.Clean(compilation).Wrappers());
    }

    [Theory]
    [InlineData("[MetricLabel] int a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel] Guid a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel] string a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel] object a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel] bool[] a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel] T a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel] out bool a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel] Empty a", FindingIds.UnboundedLabel)]
    [InlineData("[MetricLabel(\"le\")] bool a", FindingIds.InvalidLabelName)]
    [InlineData("[MetricLabel(\"operation\")] bool a", FindingIds.InvalidLabelName)]
    [InlineData("[MetricLabel(\"a-b\")] bool a", FindingIds.InvalidLabelName)]
    [InlineData("[MetricLabel(\"\")] bool a", FindingIds.InvalidLabelName)]
    [InlineData("[MetricLabel(\"__a\")] bool a", FindingIds.InvalidLabelName)]
    [InlineData("[MetricLabel] bool größe", FindingIds.InvalidLabelName)]
    [InlineData("[MetricLabel] bool A, [MetricLabel] bool a", FindingIds.InvalidLabelName)]
    [InlineData("[MetricLabel(Values = new string[0])] string a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Values = new[] { \"x\", \"x\" })] string a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Values = new string[] { null! })] string a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Values = new[] { \"x\" }, Limit = 1)] string a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Limit = 0)] string a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Limit = 10001)] string a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Limit = 5)] bool a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Values = new[] { \"x\" })] DayOfWeek a", FindingIds.InvalidLabelValues)]
    [InlineData("[MetricLabel(Limit = 10000)] string a, [MetricLabel] DayOfWeek b, [MetricLabel] bool c", FindingIds.TooManySeries)]
    public void Labels_refused_with(string parameters, string id)
    {
        var compilation = TestCompilation.Create(
            $"public enum Empty {{ }} public partial class C {{ [MonitoredOperation] public void M<T>({parameters}) where T : struct, Enum => throw new NotSupportedException(); }}");
        Assert.Equal(id, Assert.Single(Findings.Of(compilation)).Id);
        Assert.Empty(GeneratorRun.Clean(compilation).Files);
    }

    [Theory]
    [InlineData("Prefix = \"1a\"")]
    [InlineData("Prefix = \"\"")]
    [InlineData("Prefix = \"a-b\"")]
    [InlineData("Service = \" \"")]
    public void Defaults_left_out(string setting)
    {
        var compilation = TestCompilation.Create($"[assembly: InstrumentationDefaults({setting})] public partial class C {{ [MonitoredOperation] public void M() {{ }} }}");
        var parsed = DefaultsParser.Parse(compilation.Assembly);
        Assert.Equal(FindingIds.InvalidDefaults, Assert.Single(parsed.Findings).Id);
        Assert.Equal(Model.DefaultsModel.None, parsed.Defaults);
    }

    [Fact]
    public void Interface_says_that_it_covers_default_implementations_only()
    {
        var compilation = TestCompilation.Create("[MonitoredOperation] public partial interface I { void M(); void N() { } }");
        Assert.Equal(FindingIds.InterfaceCoversDefaultsOnly, Assert.Single(Findings.Of(compilation)).Id);
        Assert.Equal("N", Assert.Single(GeneratorRun.Clean(compilation).Wrappers()).Target);
    }

    [Fact]
    public void Metric_of_a_type_names_no_histogram()
    {
        var compilation = TestCompilation.Create("[MonitoredOperation(Metric = \"a_seconds\")] public partial class C { public void M() { } }");
        Assert.Equal(FindingIds.WithoutEffect, Assert.Single(Findings.Of(compilation)).Id);
        Assert.DoesNotContain("a_seconds", GeneratorRun.Clean(compilation).File("C.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_are_the_same_with_the_generated_code_in_the_compilation()
    {
        var compilation = TestCompilation.Create("""
            public partial class C
            {
                [MonitoredOperation] public partial int Good(int a);
                private int GoodCore(int a) => a;
                [MonitoredOperation] public partial int Bad(int a);
                [MonitoredOperation] public void Act() { }
                [MonitoredOperation] public void Act(int a) { }
            }
            """);
        var output = (Microsoft.CodeAnalysis.CSharp.CSharpCompilation)GeneratorRun.Over(compilation).Output;
        Assert.Equal(Findings.Of(compilation), Findings.Of(output));
        Assert.Equal(Findings.Operations(compilation), Findings.Operations(output));
    }
}
