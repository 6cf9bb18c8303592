using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST024: adds or removes the suffix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST024CounterSuffixFix() : RenameFix(DiagnosticIds.CounterSuffix, "Correct the suffix");
