using Instrumentation.Metrics;
using Instrumentation.Weaving;

namespace Instrumentation.Tests.Weaving;

/// <remarks>The record of assemblies is the process's, and tests of hosts write into it as well.</remarks>
[Collection(Hosting.HostTests.Hosts)]
public sealed class WovenAssembliesTests
{
    [Fact]
    public void AssembliesThatWereNotWovenAreListedAndCounted()
    {
        WovenAssemblies.Report("Tests.Woven", woven: true);
        WovenAssemblies.Report("Tests.Unwoven", woven: false);

        Assert.Contains("Tests.Woven", WovenAssemblies.Woven);
        Assert.Contains("Tests.Unwoven", WovenAssemblies.Missing);
        Assert.DoesNotContain("Tests.Woven", WovenAssemblies.Missing);
        using (var snapshot = InstrumentRegistry.Default.Snapshot())
        {
            Assert.Equal(WovenAssemblies.Missing.Count, snapshot.Value("instrumentation_unwoven_assemblies"));
        }

        WovenAssemblies.Report("Tests.Unwoven", woven: true);
        Assert.DoesNotContain("Tests.Unwoven", WovenAssemblies.Missing);
    }
}
