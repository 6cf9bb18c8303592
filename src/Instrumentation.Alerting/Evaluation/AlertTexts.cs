using Instrumentation.Alerting.Lifecycle;
using Instrumentation.Alerting.Rules;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;
using Instrumentation.PromQL.Templates.Execution;

namespace Instrumentation.Alerting.Evaluation;

/// <summary>Makes the labels and annotations of a rule's alerts.</summary>
internal sealed class AlertTexts
{
    private readonly EngineContext _context;
    private readonly AlertRule _rule;
    private readonly (string Name, Template Template)[] _labels;
    private readonly (string Name, Template Template)[] _annotations;
    private readonly LabelCache<Labels, Labels>? _cache;

    /// <exception cref="RuleException">A template has a mistake.</exception>
    internal AlertTexts(EngineContext context, AlertRule rule)
    {
        (_context, _rule) = (context, rule);
        _labels = [.. WithSeverity(rule).Select(label => (label.Key, Parse(label, "label")))];
        _annotations = [.. rule.Annotations.Select(annotation => (annotation.Key, Parse(annotation, "annotation")))];
        DependOnTime = _annotations.Any(static annotation => annotation.Template.DependsOnTime);

        // Labels that follow from the result's are made once; with the value in them they are made each time.
        if (!_labels.Any(static label => label.Template.DependsOnTime || label.Template.DependsOnValue))
        {
            _cache = new LabelCache<Labels, Labels>(result => MakeLabels(new VectorSample(result, 0), time: 0));
        }
    }

    /// <summary>Whether annotations have to be expanded by each evaluation, since nobody can do so later.</summary>
    internal bool DependOnTime { get; }

    /// <summary>What makes the result's series that alert.</summary>
    internal Labels Labels(in VectorSample sample, long time) => _cache is null ? MakeLabels(sample, time) : _cache.Get(sample.Labels);

    internal Labels Annotations(Labels result, double value, long time)
    {
        if (_annotations.Length == 0)
        {
            return PromQL.Storage.Labels.Empty;
        }

        var data = Data(result, value, time);
        return PromQL.Storage.Labels.From(_annotations.Select(annotation => new Label(annotation.Name, WellFormedText.Of(annotation.Template.ExpandOrExplain(data)))));
    }

    private static IEnumerable<KeyValuePair<string, string>> WithSeverity(AlertRule rule) =>
        rule.Severity is { } severity && !rule.Labels.Any(static label => label.Key == AlertSeverities.LabelName)
            ? rule.Labels.Append(new(AlertSeverities.LabelName, AlertSeverities.Text(severity)))
            : rule.Labels;

    private Template Parse(KeyValuePair<string, string> text, string kind)
    {
        try
        {
            return Template.Parse(text.Value);
        }
        catch (ArgumentException exception)
        {
            throw new RuleException($"alert rule '{_rule.Name}', {kind} '{text.Key}': {exception.Message}", exception);
        }
    }

    private Labels MakeLabels(in VectorSample sample, long time)
    {
        var labels = sample.Labels.With(PromQL.Storage.Labels.MetricName, "");
        var data = Data(sample.Labels, sample.Value, time);
        foreach (var (name, template) in _labels)
        {
            labels = labels.With(name, template.ExpandOrExplain(data));
        }

        // A query may give bytes that are no text.
        return WellFormedText.Of(labels.With("alertname", _rule.Name));
    }

    private TemplateData Data(Labels result, double value, long time) => new()
    {
        Labels = result,
        Value = value,
        ExternalLabels = _context.TargetLabels,
        ExternalUrl = _context.Options.ExternalUrl,
        Time = DateTimeOffset.FromUnixTimeMilliseconds(time),
        Query = text => _context.QueryForTemplate(text, time),
    };
}
