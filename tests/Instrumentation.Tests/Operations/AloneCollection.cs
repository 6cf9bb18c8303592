namespace Instrumentation.Tests.Operations;

/// <summary>Tests that listen to spans, count bytes, which a listener would change, or measure the process: they run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
