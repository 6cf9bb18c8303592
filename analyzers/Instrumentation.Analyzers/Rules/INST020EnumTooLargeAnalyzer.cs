using System.Globalization;
using Instrumentation.Analyzers.Cardinality;
using Instrumentation.Analyzers.Declarations;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST020: the enum of a label has very many members.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST020EnumTooLargeAnalyzer() : LabelAnalyzer(DiagnosticDescriptors.EnumTooLarge)
{
    private const int DefaultMembers = 100;

    private protected override object[]? Check(LabelSource label, Location? location, AnalyzerOptions options)
    {
        if (UnboundedTypes.Underlying(label.Type) is not INamedTypeSymbol { TypeKind: TypeKind.Enum } type)
        {
            return null;
        }

        var members = type.GetMembers().OfType<IFieldSymbol>().Where(static field => field.HasConstantValue).Select(static field => field.ConstantValue).Distinct().Count();
        var limit = Settings.Number(options, location, Settings.EnumMembers, DefaultMembers);
        return members > limit
            ? [label.LabelName, type.Name, members.ToString(CultureInfo.InvariantCulture), limit.ToString(CultureInfo.InvariantCulture)]
            : null;
    }
}
