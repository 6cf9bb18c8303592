using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST015: operations of one name differ in labels or settings.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST015ConflictingDefinitionsAnalyzer() : SharedNameAnalyzer(DiagnosticDescriptors.ConflictingDefinitions)
{
    private protected override Named? FindClash(IEnumerable<Named> before, Named operation)
    {
        var definition = operation.Operation.Definition!;
        var first = before.First();
        return definition with { IsNameGiven = first.Operation.Definition!.IsNameGiven } != first.Operation.Definition ? first : null;
    }
}
