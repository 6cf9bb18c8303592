namespace Instrumentation;

/// <summary>
/// Marks a member of an event as an identifier: of a player, a session, a match. It goes along to hooks, the event stream, exemplars and logs, and never
/// becomes a label.
/// </summary>
/// <param name="name">The identifier's name; when left out, the member's name in snake_case.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter, Inherited = false)]
public sealed class EventIdAttribute(string? name = null) : Attribute
{
    /// <summary>The identifier's name as given, or null when the member's name applies.</summary>
    public string? Name { get; } = name;
}
