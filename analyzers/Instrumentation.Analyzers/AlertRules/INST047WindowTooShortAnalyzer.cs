using Instrumentation.Generator.Parsing;
using Instrumentation.PromQL.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.AlertRules;

/// <summary>INST047: a window is too short for the interval of the samples.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST047WindowTooShortAnalyzer() : RuleDeclarationAnalyzer(AlertRuleDescriptors.WindowTooShort)
{
    // Two samples make a rate; four leave room for a scrape that is late and one that fails.
    private const int SamplesOfRate = 4;

    private protected override IEnumerable<Finding> Find(RuleDeclaration declaration, SyntaxNodeAnalysisContext context)
    {
        var interval = RuleOptions.IntervalOf(context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.Node.SyntaxTree));
        foreach (var condition in declaration.Rule?.Conditions ?? [])
        {
            foreach (var window in condition.Result.Windows)
            {
                var least = TimeSpan.FromTicks(interval.Ticks * (window.NeedsSamples ? SamplesOfRate : 1));
                if (window.Length < least)
                {
                    var (written, wanted) = (Text(window.Length), Text(least));
                    yield return Found(
                        FindingIds.WindowTooShort,
                        declaration.Rule!,
                        condition.Text.At(window.Range),
                        $"samples come every {Text(interval)}, so a window of {written} {(window.NeedsSamples ? "often holds too few of them for a rate" : "often holds none")}; "
                        + $"write {wanted} or more, or say instrumentation_scrape_interval in .editorconfig",
                        wanted);
                }
            }
        }
    }

    private static string Text(TimeSpan time) => DurationText.Format((long)time.TotalMilliseconds);
}
