namespace System.Runtime.CompilerServices;

/// <summary>Lets records compile for netstandard2.0, which lacks the type that the compiler marks <c>init</c> accessors with.</summary>
internal static class IsExternalInit;
