using System.Globalization;
using System.Text;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>
/// Thresholds from the environment: <c>ALERT_HIGH_LATENCY_MS=50</c> is the number that the rule HighLatency compares with, in milliseconds. Applies to the rules that assemblies
/// declare; those of files and of the configuration can be changed where they stand.
/// </summary>
internal sealed class ThresholdOverrides
{
    internal const string Prefix = "ALERT_";

    // Names by which the default rules are known besides their own.
    private static readonly Dictionary<string, string> s_aliases = new(StringComparer.Ordinal)
    {
        ["HIGH_NETWORK_LATENCY"] = "HIGH_LATENCY",
        ["LOW_CACHE_HIT_RATIO"] = "LOW_CACHE_HIT_RATE",
        ["HIGH_ERROR_RATIO"] = "HIGH_ERROR_RATE",
    };

    private readonly List<(string Name, string Value)> _variables;
    private readonly HashSet<string> _meant = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <param name="variables">All variables; only those that begin with <see cref="Prefix"/> are looked at.</param>
    internal ThresholdOverrides(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        _variables = [.. variables
            .Where(static variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(variable.Value))
            .Select(static variable => (variable.Key, variable.Value!.Trim()))
            .OrderBy(static variable => variable.Key, StringComparer.Ordinal)];
    }

    /// <summary>The rule with the threshold that the environment says.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="problems">Takes what is wrong with a variable that is meant for the rule.</param>
    internal AlertRule Apply(AlertRule rule, List<string> problems)
    {
        _names.UnionWith(NamesOf(rule));
        foreach (var (name, text) in _variables)
        {
            if (Factor(name, rule) is not { } factor)
            {
                continue;
            }

            _meant.Add(name);
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            {
                problems.Add($"{name} is '{text}' but must be a number, such as '0.05' or '50': the threshold of the alert rule '{rule.Name}'.");
            }
            else if (WithThreshold(rule.Expression, Scale(value, factor)) is { } changed)
            {
                // The condition as written no longer holds.
                rule = rule with { Expression = changed, Condition = null };
            }
            else
            {
                problems.Add($"{name} is set, but the alert rule '{rule.Name}' has no single comparison with a number that it could change: {rule.Expression}");
            }
        }

        return rule;
    }

    /// <summary>The variables that hold a number, name none of the rules seen so far, and are alike to one that would: whoever set them believes that they do something.</summary>
    internal IEnumerable<(string Name, string Meant)> Misspelt()
    {
        var candidates = _names.SelectMany(static name => ThresholdUnits.Suffixes.Select(suffix => Prefix + name + suffix)).ToList();
        foreach (var (name, text) in _variables)
        {
            if (!_meant.Contains(name) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) && Suggestions.Nearest(name, candidates) is { } nearest)
            {
                yield return (name, nearest);
            }
        }
    }

    /// <summary><c>HighLatency</c> → <c>HIGH_LATENCY</c>, <c>SlowDBQuery</c> → <c>SLOW_DB_QUERY</c>.</summary>
    internal static string Snake(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var isStart = char.IsUpper(name[i]) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (char.IsLetterOrDigit(name[i]))
            {
                result.Append(isStart && result.Length > 0 && result[^1] != '_' ? "_" : "").Append(char.ToUpperInvariant(name[i]));
            }
            else if (result.Length > 0 && result[^1] != '_')
            {
                result.Append('_');
            }
        }

        return result.ToString();
    }

    private static IEnumerable<string> NamesOf(AlertRule rule)
    {
        var snake = Snake(rule.Name);
        return s_aliases.TryGetValue(snake, out var alias) ? [snake, alias] : [snake];
    }

    private static double? Factor(string variable, AlertRule rule)
    {
        foreach (var name in NamesOf(rule))
        {
            if (variable.StartsWith(Prefix + name, StringComparison.Ordinal) && ThresholdUnits.Factor(variable[(Prefix.Length + name.Length)..], rule.Expression) is { } factor)
            {
                return factor;
            }
        }

        return null;
    }

    // 50 ms is 0.05 s, and not 0.05000000000000001.
    private static double Scale(double value, double factor) => factor < 1 && 1 / factor is var divisor && Math.Abs(divisor - Math.Round(divisor)) < 1e-6 ? value / Math.Round(divisor) : value * factor;

    private static string? WithThreshold(string expression, double value)
    {
        var parsed = PromQLParser.Parse(expression);
        if (!parsed.Success)
        {
            return null;
        }

        var numbers = Comparisons(parsed.Expression!).ToList();
        return numbers.Count == 1
            ? string.Concat(expression.AsSpan(0, numbers[0].Start), Numbers.Format(value), expression.AsSpan(numbers[0].End))
            : null;
    }

    /// <summary>
    /// Where the numbers stand that something is compared with. A comparison within what is compared is none of the threshold: <c>error_ratio</c> and <c>mean</c> leave out what
    /// had no calls by <c>… &gt; 0</c>.
    /// </summary>
    private static IEnumerable<SourceRange> Comparisons(Expression expression)
    {
        if (expression is BinaryExpression binary && binary.Operator.IsComparison())
        {
            var (left, right) = (IsNumber(binary.Left), IsNumber(binary.Right));
            if (left != right)
            {
                yield return (left ? binary.Left : binary.Right).Range;
                yield break;
            }
        }

        foreach (var found in expression.Children.SelectMany(Comparisons))
        {
            yield return found;
        }
    }

    private static bool IsNumber(Expression expression) => expression switch
    {
        NumberLiteral => true,
        ParenExpression paren => IsNumber(paren.Inner),
        UnaryExpression unary => IsNumber(unary.Operand),
        _ => false,
    };
}
