using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;
using Instrumentation.CodeFixes.Fixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST018EventNotSupportedTests
{
    [Theory]
    [InlineData("[[|GameEvent|]] static partial class E { }")]
    [InlineData("[[|GameEvent|]] ref partial struct E { }")]
    [InlineData("[[|GameEvent|]] partial record E<T>;")]
    [InlineData("partial class Outer<T> { [[|GameEvent|]] partial record E; }")]
    [InlineData("[[|GameEvent|]] file partial record E;")]
    [InlineData("[[|GameEvent|]] partial record E { public void Record() { } }")]
    [InlineData("[GameEvent] partial record E([MetricLabel] bool A, [GameMetric(MetricKind.Histogram, \"b\", [|Labels = [\"c\"]|])] int B);")]
    [InlineData("[GameEvent] partial record E([GameMetric(MetricKind.Histogram, \"b\", [|Labels = [\"c\"]|])] int B);")]
    [InlineData("[GameEvent] partial record E([MetricLabel, [|EventId|]] bool A);")]
    public Task What_cannot_be_an_event_is_named(string source) => Verify.Analyzer<INST018EventNotSupportedAnalyzer>(source);

    [Theory]
    [InlineData("[GameEvent(\"a\")] readonly partial record struct E([MetricLabel] bool A, [EventId] Guid B, [property: EventId] string C, [field: EventId] long D);")]
    [InlineData("[GameEvent] partial class E { [MetricLabel(Limit = 5)] public string? A; [GameMetric(MetricKind.Gauge, \"b\", Labels = [])] private int B => 1; }")]
    [InlineData("[GameEvent] partial class E([EventId] object a) { public partial void Record(); public void Record(int b) { } public object A => a; }")]
    public Task What_can_be_an_event_does_not_trigger(string source) => Verify.Analyzer<INST018EventNotSupportedAnalyzer>(source);

    [Fact]
    public Task The_fix_removes_the_attribute() => Verify.Fix<INST018EventNotSupportedAnalyzer, INST018EventNotSupportedFix>(
        "[Obsolete, [|GameEvent|]] static partial class E { }",
        "[Obsolete] static partial class E { }");
}
