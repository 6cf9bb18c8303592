using System.Composition;
using Instrumentation.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST027: writes the name as names are written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST027NameStyleFix() : RenameFix(DiagnosticIds.NameStyle, "Write it in the usual way");
