namespace Instrumentation.Generator.Model.Metrics;

/// <summary>Gives the instruments, labels and functions of one type their names.</summary>
internal sealed class MetricTypeBuilder
{
    private const string CounterField = "Events";

    private readonly TypeModel _type;
    private readonly string _class;
    private readonly string _hint;
    private readonly UniqueNames _names = new(StringComparer.Ordinal);
    private readonly UniqueNames _functions = new(StringComparer.Ordinal);
    private readonly List<LabelField> _labels = [];
    private readonly List<InstrumentField> _fields = [];

    public MetricTypeBuilder(TypeModel type, UniqueNames classes, UniqueNames hints)
    {
        _type = type;
        _class = classes.Add(type.SimpleName + "Instruments");
        _hint = type.HintName(hints, "-Metrics");

        // A member may not bear the name of its class, nor that of the method there.
        _names.Add(_class);
        _names.Add("Declare");
    }

    public MetricTypeModel Build(IEnumerable<MetricMethodModel> methods, IEnumerable<MetricReaderModel> readers, EventModel? recorded)
    {
        var named = recorded is null ? null : Name(recorded);
        return new()
        {
            Type = _type,
            InstrumentsClass = _class,
            HintName = _hint,
            Event = named,
            Methods = new(methods.Select(method => new RecordingMethod(
                method,
                _functions.Add(method.SeriesName),
                method.Metric is { } metric ? Field(method.Part.Name.TrimStart('@'), metric) : null)).ToArray()),
            Readers = new(readers),
            Labels = new(_labels),
            Fields = new(_fields),
        };
    }

    /// <summary>Overloads with equal metrics share an instrument.</summary>
    private InstrumentField Field(string name, MetricModel metric)
    {
        if (_fields.FirstOrDefault(field => field.Metric == metric) is { } known)
        {
            return known;
        }

        name = _names.Add(name);
        return Add(name, metric, Labels(name, metric.Labels));
    }

    private RecordedEventModel Name(EventModel recorded)
    {
        if (recorded.IsRefused)
        {
            return new(recorded, null, EquatableArray<InstrumentField>.Empty, EquatableArray<string>.Empty);
        }

        // All metrics of the event share its labels: a value has one number, found once.
        var labels = Labels(CounterField, recorded.Labels);
        var counter = recorded.Counter is { } metric ? Add(_names.Add(CounterField), metric, labels) : null;
        var metrics = recorded.Metrics
            .Select(member => Add(_names.Add(member.MemberName), member.Metric, new(member.Labels.Select(place => labels[place])))).ToArray();
        return new(recorded, counter, new(metrics), labels);
    }

    private InstrumentField Add(string name, MetricModel metric, EquatableArray<string> labels)
    {
        var field = new InstrumentField(name, metric, labels);
        _fields.Add(field);
        return field;
    }

    private EquatableArray<string> Labels(string owner, EquatableArray<LabelModel> labels) => new(labels.Select(label =>
    {
        if (label.Limit == 0)
        {
            return "";
        }

        var name = _names.Add($"{owner}__{label.Name}");
        _labels.Add(new(name, label));
        return name;
    }).ToArray());
}
