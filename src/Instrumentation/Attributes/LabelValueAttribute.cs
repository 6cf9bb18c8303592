namespace Instrumentation;

/// <summary>Gives an enum member its label value; without it the value is the member's name in snake_case.</summary>
/// <param name="value">The label value.</param>
[AttributeUsage(AttributeTargets.Field, Inherited = false)]
public sealed class LabelValueAttribute(string value) : Attribute
{
    /// <summary>The label value.</summary>
    public string Value { get; } = value;
}
