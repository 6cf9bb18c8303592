namespace Constructs.Harness;

/// <summary>Marks a static method that exercises one construct and tells an <see cref="Observer"/> all that a caller can see of it.</summary>
/// <param name="items">The items of the conformance list that it proves.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ScenarioAttribute(params string[] items) : Attribute
{
    public IReadOnlyList<string> Items { get; } = items;
}
