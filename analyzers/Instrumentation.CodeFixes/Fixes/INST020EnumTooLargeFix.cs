using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST020: takes the label away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST020EnumTooLargeFix() : NoLabelFix(DiagnosticIds.EnumTooLarge);
