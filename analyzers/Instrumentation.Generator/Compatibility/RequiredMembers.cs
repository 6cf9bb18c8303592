namespace System.Runtime.CompilerServices;

/// <summary>Marks <c>required</c> members, which netstandard2.0 lacks the attribute for.</summary>
[AttributeUsage(AttributeTargets.All)]
internal sealed class RequiredMemberAttribute : Attribute;

/// <summary>Tells older compilers to keep away from constructors of types with <c>required</c> members.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
internal sealed class CompilerFeatureRequiredAttribute(string featureName) : Attribute
{
    public string FeatureName { get; } = featureName;
}
