using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Verification;

namespace Instrumentation.Analyzers.Tests.Rules;

public class INST013InterfaceCoversDefaultsOnlyTests
{
    [Fact]
    public Task An_attribute_on_an_interface_is_reported() =>
        Verify.Analyzer<INST013InterfaceCoversDefaultsOnlyAnalyzer>(
            """
            [[|MonitoredOperation|]]
            public partial interface ICombat { void Act(); }
            """);

    [Theory]
    [InlineData("public partial interface ICombat { [MonitoredOperation] void Act() { } }")]
    [InlineData("public interface ICombat { void Act(); } [MonitoredOperation] public partial class Combat : ICombat { public void Act() { } }")]
    public Task Attributes_on_bodies_do_not_trigger(string source) => Verify.Analyzer<INST013InterfaceCoversDefaultsOnlyAnalyzer>(source);
}
