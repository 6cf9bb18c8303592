namespace System.Diagnostics.CodeAnalysis;

/// <summary>Marks the copy constructors of records with <c>required</c> members, which netstandard2.0 lacks the attribute for.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
