using Instrumentation.Analyzers.Cardinality;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST021: the enum of a label is a set of flags.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST021FlagsEnumLabelAnalyzer() : LabelAnalyzer(DiagnosticDescriptors.FlagsEnumLabel)
{
    private protected override object[]? Check(LabelSource label, Location? location, AnalyzerOptions options) =>
        UnboundedTypes.Underlying(label.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } type && type.Has("System.FlagsAttribute")
            ? [label.LabelName, type.Name]
            : null;
}
