using System.ComponentModel;

namespace Instrumentation.Weaving;

/// <summary>
/// Marks a generated wrapper for the weaver: its body takes the place of a method's body, and that body moves to the wrapper's twin.
/// Neither the wrapper nor this attribute is left after weaving. For generated code only.
/// </summary>
/// <param name="target">The metadata name of the method that is wrapped.</param>
/// <param name="body">The metadata name of the twin that receives the method's body.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WrapsAttribute(string target, string body) : Attribute
{
    /// <summary>The metadata name of the method that is wrapped, such as <c>Act</c>, <c>get_Score</c> or <c>Game.IArena.Join</c>.</summary>
    public string Target { get; } = target;

    /// <summary>The metadata name of the twin that receives the method's body.</summary>
    public string Body { get; } = body;
}
