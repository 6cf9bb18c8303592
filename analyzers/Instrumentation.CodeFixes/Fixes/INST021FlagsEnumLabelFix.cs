using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST021: takes the label away.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST021FlagsEnumLabelFix() : NoLabelFix(DiagnosticIds.FlagsEnumLabel);
