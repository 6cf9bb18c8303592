using System.Composition;
using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Instrumentation.CodeFixes.Fixes;

/// <summary>INST046: puts what was probably meant in the place of what is wrong.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class INST046UnknownRuleLabelFix() : ReplaceTextFix(FindingIds.UnknownRuleLabel);
