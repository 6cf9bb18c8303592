using System.ComponentModel;

namespace Instrumentation.Weaving;

/// <summary>
/// Marks the generated method that says whether its assembly was woven. It returns false as compiled; the weaver makes it return true,
/// and weaves no assembly in which it does already. For generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class WovenFlagAttribute : Attribute;
