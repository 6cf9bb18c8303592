namespace Instrumentation.Conformance.Tests.Catalogue;

/// <summary>Says which items of the conformance list a test proves.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CoversAttribute(params string[] items) : Attribute
{
    public IReadOnlyList<string> Items { get; } = items;
}
