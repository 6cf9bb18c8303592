using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Parses a partial method that records a metric: which parameter is the value, and which are labels.</summary>
internal sealed class MetricMethodParser
{
    private readonly IMethodSymbol _method;
    private readonly MetricSettings _settings;
    private readonly FindingList _findings;

    private MetricMethodParser(IMethodSymbol method, MetricSettings settings, FindingList findings) =>
        (_method, _settings, _findings) = (method, settings, findings);

    /// <returns>The method, unless it needs no body; a refused one has no metric in it. The metric as far as it could be made out.</returns>
    public static (MetricMethodModel? Method, MetricModel Metric) Parse(
        IMethodSymbol method, MetricSettings settings, Compilation compilation, FindingList findings, CancellationToken cancellation) =>
        new MetricMethodParser(method, settings, findings).Parse(compilation, cancellation);

    private (MetricMethodModel? Method, MetricModel Metric) Parse(Compilation compilation, CancellationToken cancellation)
    {
        CheckConstruct();
        var context = OperationParser.NullableContextOf(_method, compilation);
        var names = new TypeNames(context.AnnotationsEnabled(), compilation);
        var value = FindValue();
        var labels = new LabelParser(names, _findings);
        foreach (var parameter in _method.Parameters.Where(parameter => !SymbolEqualityComparer.Default.Equals(parameter, value) && !HalfTyped.Is(parameter)
            && parameter.Type is not ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method }))
        {
            labels.Add(
                new LabelSource(parameter, parameter.Name, parameter.Type, parameter.Find(Attributes.MetricLabel)), NameRules.WhyInvalidLabelOfMetric);
        }

        var kind = value is null ? null : ValueParser.KindOf(value.Type, withBool: false);
        var member = $"{TypeParts.OperationName(_method.ContainingType)}.{_method.Name}";
        var metric = new MetricDefinitionParser(_findings, cancellation).Parse(_settings, _method, member, labels.Labels, kind);
        if (_settings.Labels is not null)
        {
            _findings.Note(
                FindingIds.WithoutEffect, _settings.LocationOf("Labels"), "Labels", "it chooses among the labels of an event; here the parameters are the labels");
        }

        var type = _method.ContainingType;
        var isOurs = SecondDoorParser.HasNoBody(_method) && PartParser.CanAddTo(type) && !_method.IsExtern && !_method.Has(Attributes.MonitoredOperation)
            && !HalfTyped.Is(_method);
        return (!isOurs ? null : new()
        {
            Type = TypeParts.Parse(type, isUnsafe: SignatureParser.HasPointers(_method)),
            Part = PartParser.Parse(_method, names, context),
            Metric = _findings.IsRefused ? null : metric,
            Labels = labels.Arguments,
            ValueParameter = value is null ? null : TypeNames.Escape(value.Name),
            Value = kind is { } known ? ValueParser.Parse(value!.Type, known, metric.Name) : null,
            SeriesName = PartParser.FreeName(type, _method.Name + "__SeriesOf"),
        }, metric);
    }

    private void CheckConstruct()
    {
        if (ConstructRules.WhyNotType(_method.ContainingType) is var (typeConstruct, typeReason))
        {
            Refuse("in a " + typeConstruct, typeReason);
        }
        else if (!_method.IsPartialDefinition)
        {
            Refuse(
                "a method with a body",
                "the build writes the body of a partial method that returns nothing; a method that is read at each scrape takes nothing and returns a number");
        }
        else if (!SecondDoorParser.HasNoBody(_method))
        {
            Refuse("a partial method with a body", "the build writes its body; leave the implementing part out");
        }
        else if (ConstructRules.FindNotPartial(_method.ContainingType) is { } notPartial)
        {
            _findings.Refuse(FindingIds.TypeNotPartial, _settings.Location, MetricMemberParser.Display(_method), notPartial.Name);
        }
        else if (_method.IsExtern)
        {
            Refuse("an extern method", "its body is native code");
        }
        else if (!_method.ReturnsVoid)
        {
            Refuse("a partial method with a result", "recording gives nothing back; return void");
        }
        else if (_method.Arity > 0)
        {
            Refuse("a generic method", "the values of a label must be known, and those of a type parameter are not");
        }
        else if (_method.Has(Attributes.MonitoredOperation))
        {
            Refuse("a monitored operation as well", "its body only records, which is not worth timing; remove MonitoredOperation");
        }
        else if (_method.Parameters.FirstOrDefault(parameter => parameter.RefKind is not (RefKind.None or RefKind.In)) is { } parameter)
        {
            Refuse($"a method with the parameter '{parameter.Name}' by reference", "recording changes nothing; pass the value");
        }
    }

    /// <summary>The one parameter that is a number or a length of time; null when there is none, or it cannot be told which.</summary>
    private IParameterSymbol? FindValue()
    {
        var values = _method.Parameters
            .Where(parameter => !parameter.Has(Attributes.MetricLabel) && ValueParser.KindOf(parameter.Type, withBool: false) is not null).ToArray();
        if (values.Length > 1)
        {
            Refuse(
                $"a method with {values.Length} values, {string.Join(" and ", values.Select(value => $"'{value.Name}'"))}",
                "one number is the value and everything else a label; an identifier is no label, so leave it out or make an event of it");
        }
        else if (values.Length == 0 && _settings.Kind is MetricKind.Gauge or MetricKind.UpDownCounter or MetricKind.Histogram)
        {
            Refuse(
                $"a method without a value for its {KindName(_settings.Kind.Value)}",
                "only a counter counts one when nothing is said; add a parameter that is a number or a TimeSpan");
        }

        return values.Length == 0 ? null : values[0];
    }

    private static string KindName(MetricKind kind) => kind switch
    {
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
        _ => "up-down counter",
    };

    private void Refuse(string construct, string why) => MetricMemberParser.Refuse(_findings, _settings, _method, construct, why);
}
