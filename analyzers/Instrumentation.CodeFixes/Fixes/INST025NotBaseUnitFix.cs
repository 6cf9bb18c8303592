using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST025: names the metric in the base unit, last. Values that are recorded as plain numbers must be converted by hand; a TimeSpan is by itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST025NotBaseUnitFix() : RenameFix(DiagnosticIds.NotBaseUnit, "Name it in the base unit");
