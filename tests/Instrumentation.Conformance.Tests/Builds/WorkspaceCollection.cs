namespace Instrumentation.Conformance.Tests.Builds;

/// <summary>Tests that build in the consumer's workspace: one after the other, since two builds of one folder get in each other's way.</summary>
[CollectionDefinition(Name)]
public sealed class WorkspaceCollection
{
    public const string Name = "workspace";
}
