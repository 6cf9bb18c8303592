using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST055: puts what was probably meant in the place of what is wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST055ContradictoryResolveFix() : ReplaceTextFix(FindingIds.ContradictoryResolve);
