using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST004: operations of two types share a name, be it given or made of the types' and methods' own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST004DuplicateOperationNameAnalyzer() : SharedNameAnalyzer(DiagnosticDescriptors.DuplicateOperationName)
{
    private protected override Named? FindClash(IEnumerable<Named> before, Named operation) =>
        before.FirstOrDefault(other => !IsOneName(other.Type, operation.Type));

    /// <summary>Types that differ in their number of type parameters alone are one to whoever reads an operation's name.</summary>
    private static bool IsOneName(INamedTypeSymbol one, INamedTypeSymbol other) =>
        one.Name == other.Name && SymbolEqualityComparer.Default.Equals(one.ContainingSymbol, other.ContainingSymbol);
}
