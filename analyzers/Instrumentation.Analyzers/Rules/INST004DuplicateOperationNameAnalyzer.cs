using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST004: two types give the same explicit name to an operation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST004DuplicateOperationNameAnalyzer() : SharedNameAnalyzer(DiagnosticDescriptors.DuplicateOperationName)
{
    private protected override Named? FindClash(IEnumerable<Named> before, Named operation) =>
        operation.Operation.Definition!.IsNameGiven
            ? before.FirstOrDefault(other => !SymbolEqualityComparer.Default.Equals(other.Type, operation.Type))
            : null;
}
