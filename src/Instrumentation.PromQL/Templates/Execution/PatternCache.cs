using System.Text.RegularExpressions;
using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>The regular expressions of one expansion: a loop uses one again and again.</summary>
internal sealed class PatternCache(TemplateBudget budget)
{
    // To compile a pattern takes as long as some thousand simple actions.
    private const int StepsToCompile = 5000;

    private readonly Dictionary<string, (Regex Regex, IReadOnlyList<string?> Groups)> _patterns = new(StringComparer.Ordinal);

    public bool Matches(string function, string pattern, string text)
    {
        budget.SpendText(text);
        return Compile(function, pattern).Regex.IsMatch(text);
    }

    public string Replace(string function, string pattern, string replacement, string text)
    {
        budget.SpendText(text);
        var (regex, groups) = Compile(function, pattern);
        var result = new BoundedText();
        var end = 0;
        for (var match = regex.Match(text); match.Success; match = match.NextMatch())
        {
            // Go sees no empty match right after another one.
            if (match.Length > 0 || match.Index > end || match.Index == 0)
            {
                budget.Spend(1);
                result.Append(text[end..match.Index]);
                result.Append(LabelTemplates.TryExpand(replacement, match, groups, BoundedText.Longest, out var expanded) ? expanded : throw BoundedText.TooLong);
                end = match.Index + match.Length;
            }
        }

        result.Append(text[end..]);
        return result.ToString();
    }

    private (Regex Regex, IReadOnlyList<string?> Groups) Compile(string function, string pattern)
    {
        if (_patterns.TryGetValue(pattern, out var known))
        {
            return known;
        }

        budget.Spend(StepsToCompile);
        try
        {
            var regex = SafeRegex.CreateSearch(pattern, out var groups);
            _patterns.Add(pattern, (regex, groups));
            return (regex, groups);
        }
        catch (ArgumentException exception)
        {
            throw new TemplateException($"error calling {function}: error parsing regexp: {exception.Message}", exception);
        }
    }
}
