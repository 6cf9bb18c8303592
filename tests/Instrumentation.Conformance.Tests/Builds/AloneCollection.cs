namespace Instrumentation.Conformance.Tests.Builds;

/// <summary>Tests that write what other tests read: they run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
