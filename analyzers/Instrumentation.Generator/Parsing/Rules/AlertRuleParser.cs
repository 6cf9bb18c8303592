using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>Parses one <c>[AlertRule]</c> into a model, or into the findings that say why there is none.</summary>
internal sealed class AlertRuleParser
{
    private static readonly string[] s_severities = ["Info", "Warning", "Error", "Critical"];

    private readonly AttributeArguments _arguments;
    private readonly RuleSubject _subject;
    private readonly RuleAssembly _assembly;
    private readonly RuleFindings _findings;
    private readonly RuleTextChecks _texts;
    private readonly ArgumentText? _name;

    private AlertRuleParser(AttributeArguments arguments, RuleSubject subject, RuleAssembly assembly)
    {
        (_arguments, _subject, _assembly) = (arguments, subject, assembly);
        _name = arguments.Positional(0, "name");
        _findings = new(_name?.Text ?? "");
        _texts = new(arguments, _findings);
    }

    /// <param name="symbol">What bears the attribute.</param>
    /// <param name="attribute">The attribute.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Stops the parsing.</param>
    public static ParsedRule Parse(ISymbol symbol, AttributeData attribute, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var assembly = RuleAssembly.Of(compilation.Assembly);
        var subject = RuleSubject.Of(symbol, compilation, assembly, cancellation);
        return new AlertRuleParser(new(attribute, compilation), subject, assembly).Parse();
    }

    private ParsedRule Parse()
    {
        CheckName();
        var by = _texts.By(_subject);
        var subject = _subject.Condition with { By = by };
        var conditions = new List<LocatedCondition>();
        var condition = Read(_arguments.Positional(1, "condition"), subject, conditions, fires: null);
        if (_arguments.Data.ConstructorArguments.Length == 2 && _arguments.Data.ConstructorArguments[1].IsNull)
        {
            _findings.Refuse(FindingIds.ConditionSyntax, _arguments.Location, "the condition is empty");
        }

        var resolve = Read(_arguments.Named("ResolveWhen"), subject, conditions, condition);
        if (condition is { IsShorthand: false, Success: true } && by.Count > 0)
        {
            _findings.Note(
                FindingIds.RuleWithoutEffect,
                _arguments.LocationOf("By"),
                "By has no effect on a condition in PromQL; write by (…) in the condition");
        }

        var wait = _texts.Duration("For");
        var keep = _texts.Duration("KeepFiringFor");
        var cooldown = _texts.Duration("Cooldown");
        var known = condition is null ? null : RuleLabels.OfResult(condition, subject, _subject.Labels);
        var labels = _texts.Labels(known);
        var summary = _texts.Template("Summary", known);
        var description = _texts.Template("Description", known);
        var runbook = _texts.Runbook();
        var severity = Severity();
        var isComplete = !_findings.IsRefused && !_subject.IsRefused && condition?.Expression is not null;
        return new(
            _name?.Text ?? "",
            _name,
            !isComplete ? null : new()
            {
                Name = _name!.Text,
                Expression = _assembly.Print(condition!.Expression!, condition.IsShorthand),
                Condition = condition.Text,
                For = wait,
                KeepFiringFor = keep,
                Cooldown = cooldown,
                Severity = severity,
                Summary = summary,
                Description = description,
                Runbook = runbook,
                ResolveExpression = resolve?.Expression is { } expression ? _assembly.Print(expression, resolve.IsShorthand) : null,
                Labels = labels,
                Series = new(_assembly.Series(condition.IsShorthand, condition.Expression)
                    .Concat(_assembly.Series(resolve?.IsShorthand ?? false, resolve?.Expression))
                    .Distinct(StringComparer.Ordinal)
                    .OrderBy(name => name, StringComparer.Ordinal)),
                Member = _subject.Member,
            },
            conditions,
            wait,
            _arguments.Named("For"),
            _findings.ToArray());
    }

    private void CheckName()
    {
        if (string.IsNullOrWhiteSpace(_name?.Text))
        {
            _findings.Refuse(FindingIds.InvalidAlert, _name?.Location ?? _arguments.Location, "an alert needs a name, as in SlowCombat");
        }
        else if (!IsCamelCase(_name!.Text))
        {
            var better = CamelCase(_name.Text);
            _findings.Note(
                FindingIds.AlertNameStyle,
                _name.Content,
                $"names of alerts are in CamelCase{(better is null ? "" : $", as in {better}")}: silences and routes are written by them",
                better);
        }
    }

    private static bool IsCamelCase(string name) =>
        name[0] is >= 'A' and <= 'Z' && name.All(c => Characters.IsWord(c) && c != '_') && (name.Length < 3 || name.Any(char.IsLower));

    /// <summary>The name in CamelCase; null when nothing of it can be kept.</summary>
    public static string? CamelCase(string name)
    {
        var words = name.Split([.. name.Where(c => !Characters.IsWord(c) || c == '_').Distinct()], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => char.ToUpperInvariant(word[0]) + (word.All(c => !char.IsLower(c)) ? word.Substring(1).ToLowerInvariant() : word.Substring(1)));
        var joined = string.Concat(words);
        return joined.Length > 0 && Characters.IsLetter(joined[0]) && joined != name ? joined : null;
    }

    /// <param name="text">A condition.</param>
    /// <param name="subject">What its shorthands stand for.</param>
    /// <param name="conditions">Where it is put.</param>
    /// <param name="fires">The condition for firing, when this one is for resolving.</param>
    private ConditionResult? Read(ArgumentText? text, ConditionSubject subject, List<LocatedCondition> conditions, ConditionResult? fires)
    {
        if (text is null)
        {
            return null;
        }

        // Of a refused member nothing is known that a shorthand could be checked against.
        var result = ConditionParser.Parse(text.Text, subject);
        if (_subject.IsRefused)
        {
            return null;
        }

        if (ResolveChecks.FindContradiction(fires, result) is { } contradiction)
        {
            _findings.Refuse(FindingIds.ContradictoryResolve, text.At(contradiction.Range), contradiction.Message, contradiction.Replacement);
        }
        else
        {
            _findings.Add(result, text);
        }

        conditions.Add(new(result, text));
        return result;
    }

    private string Severity()
    {
        if (!_arguments.Data.IsGiven("Severity"))
        {
            return "Warning";
        }

        if (_arguments.Data.Argument("Severity").Value is int number && number >= 0 && number < s_severities.Length)
        {
            return s_severities[number];
        }

        _findings.Refuse(FindingIds.InvalidAlert, _arguments.LocationOf("Severity"), "there is no such severity; there are Info, Warning, Error and Critical");
        return "Warning";
    }
}
