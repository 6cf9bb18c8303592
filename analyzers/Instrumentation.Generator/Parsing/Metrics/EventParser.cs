using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>Parses a type that bears <c>[GameEvent]</c>: its labels, its metrics, its identifiers.</summary>
internal sealed class EventParser
{
    public const string RecordMethod = "Record";

    /// <summary>What a type may have for what cannot be said with attributes.</summary>
    public const string RecordedMethod = "OnRecorded";

    private readonly INamedTypeSymbol _type;
    private readonly AttributeData _attribute;
    private readonly FindingList _findings = new();
    private readonly List<LocatedMetric> _metrics = [];
    private readonly IReadOnlyList<EventSlot> _slots;
    private readonly MetricDefinitionParser _definitions;
    private readonly CancellationToken _cancellation;
    private EquatableArray<LabelModel> _labels = EquatableArray<LabelModel>.Empty;
    private long _expireAfter;

    private EventParser(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellation)
    {
        (_type, _attribute, _cancellation) = (type, attribute, cancellation);
        _slots = EventSlot.AllOf(type);
        _definitions = new(_findings, cancellation);
    }

    private string Member => TypeParts.OperationName(_type);

    private string? Owner => _attribute.Argument("Owner").Value as string;

    private SourceLocation? Location => SourceLocation.Of(_attribute);

    public static ParsedEvent Parse(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return !HalfTyped.Is(type) && type.Find(Attributes.GameEvent) is { } attribute
            ? new EventParser(type, attribute, cancellation).Parse(compilation)
            : new(null, EquatableArray<LocatedMetric>.Empty, EquatableArray<Finding>.Empty);
    }

    /// <summary>Whether the event around the member records it, rather than the member itself.</summary>
    public static bool IsMemberOfEvent(ISymbol symbol) =>
        symbol.ContainingType is { } type && type.Has(Attributes.GameEvent) && !symbol.IsStatic && symbol switch
        {
            IPropertySymbol or IFieldSymbol => true,
            IMethodSymbol method => method is { MethodKind: MethodKind.Ordinary, Parameters.Length: 0, ReturnsVoid: false },
            IParameterSymbol parameter =>
                SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, EventSlot.PrimaryConstructor(type)),
            _ => false,
        };

    private ParsedEvent Parse(Compilation compilation)
    {
        var declared = _type.GetMembers(RecordMethod).OfType<IMethodSymbol>()
            .FirstOrDefault(method => method.Parameters.Length == 0 && method.Arity == 0 && !GeneratedNames.IsGenerated(method));
        var recorded = _type.GetMembers(RecordedMethod).OfType<IMethodSymbol>()
            .FirstOrDefault(method => method is { Parameters.Length: 0, Arity: 0, ReturnsVoid: true });
        CheckConstruct(declared);
        var context = OperationParser.NullableContextOf(_type, compilation);
        var names = new TypeNames(context.AnnotationsEnabled(), compilation);
        var labelSlots = _slots.Where(slot => slot.Label is not null).ToArray();
        var labels = new LabelParser(names, _findings);
        foreach (var slot in labelSlots)
        {
            labels.Add(new LabelSource(slot.Symbol, slot.Name, slot.Type, slot.Label), NameRules.WhyInvalidLabelOfMetric);
        }

        _labels = labels.Labels;
        _expireAfter = _definitions.ExpireAfter(
            _attribute.Argument("ExpireAfter").Value as string, SourceLocation.Of(_attribute, "ExpireAfter"), Member, _labels);
        var name = _attribute.FirstString();
        var counter = name is null ? null : Counter(name);
        var metrics = _slots.SelectMany(Metrics).ToArray();
        var ids = Ids();
        CheckSeries();
        var canAdd = PartParser.CanAddTo(_type) && !_type.IsStatic && !_type.IsRefLikeType
            && (declared is null || (declared.ReturnsVoid && SecondDoorParser.HasNoBody(declared)));
        var model = !canAdd ? null : new EventModel
        {
            Type = TypeParts.Parse(_type, isUnsafe: false),
            TypeName = names.Of(_type),
            Name = name ?? SnakeCase.Of(_type.Name),
            IsRefused = _findings.IsRefused,
            Part = declared is null ? null : PartParser.Parse(declared, names, context),
            IsReadOnly = _type is { IsValueType: true, IsReadOnly: false } && _slots.All(slot => slot.IsReadOnly)
                && recorded is null or { IsStatic: true } or { IsReadOnly: true },
            Recorded = recorded?.Name,
            Labels = _labels,
            LabelArguments = labels.Arguments,
            LabelAccess = new(labelSlots.Select(slot => slot.Access)),
            Counter = counter,
            Metrics = new(metrics),
            Ids = ids,
        };
        return new(model, new(_metrics), _findings.ToArray());
    }

    private void CheckConstruct(IMethodSymbol? declared)
    {
        if (ConstructRules.WhyNotType(_type) is var (construct, reason))
        {
            Refuse("a " + construct, reason);
        }
        else if (_type.IsStatic)
        {
            Refuse("a static class", "an event is an object with the data of what happened");
        }
        else if (_type.IsRefLikeType)
        {
            Refuse("a ref struct", "it cannot be handed to those who listen to the event stream; make it a readonly struct");
        }
        else if (IsGeneric(_type))
        {
            Refuse("a generic type", "each of its constructed types would be an event of its own");
        }
        else if (ConstructRules.FindNotPartial(_type) is { } notPartial)
        {
            _findings.Refuse(FindingIds.TypeNotPartial, Location, _type.Name, notPartial.Name);
        }
        else if (declared is not null && (!declared.ReturnsVoid || declared.IsStatic || !SecondDoorParser.HasNoBody(declared)))
        {
            Refuse("a type with a method Record() of its own", "the build writes that method; rename yours, or declare it 'public partial void Record();'");
        }
    }

    private static bool IsGeneric(INamedTypeSymbol type) => type.Arity > 0 || (type.ContainingType is { } outer && IsGeneric(outer));

    /// <summary>The counter of the events themselves.</summary>
    private MetricModel Counter(string name)
    {
        var metric = name + "_total";
        var why = name.EndsWith("_total", StringComparison.Ordinal)
            ? "the counter of the events gets '_total' by itself"
            : NameRules.WhyInvalidMetric(metric, isCounter: true);
        if (why is not null)
        {
            _findings.Refuse(FindingIds.InvalidMetricName, Location, "event", name, why);
        }

        return Add(_definitions.Complete(new()
        {
            Name = metric,
            Kind = MetricKind.Counter,
            Help = MetricSettings.HelpOf(_attribute)
                ?? DocComment.FirstSentence(_type, _cancellation)
                ?? MetricDefinitionParser.InWords(name),
            Unit = null,
            Labels = _labels,
            ExpireAfter = _expireAfter,
            Owner = Owner,
            Member = Member,
        }, Location), Location);
    }

    private IEnumerable<EventMetricModel> Metrics(EventSlot slot)
    {
        foreach (var settings in slot.Metrics)
        {
            var kind = ValueParser.KindOf(slot.Type, withBool: settings.Kind != MetricKind.Histogram);
            if (kind is null)
            {
                MetricMemberParser.Refuse(
                    _findings, settings, slot.Symbol, $"of type '{slot.Type.ToDisplayString()}'", "what an event records is a number, a bool or a TimeSpan");
            }

            var places = Labels(settings, slot);
            var labels = new EquatableArray<LabelModel>(places.Select(place => _labels[place]));
            var metric = _definitions.Parse(settings, slot.Symbol, $"{Member}.{slot.Name}", labels, kind);
            metric = Add(
                metric with
                {
                    ExpireAfter = metric.ExpireAfter != 0 || labels.All(label => label.Limit == 0) ? metric.ExpireAfter : _expireAfter,
                    Owner = metric.Owner ?? Owner,
                },
                settings.Location);
            if (kind is { } known)
            {
                yield return new(slot.Name, slot.Access, ValueParser.Parse(slot.Type, known, metric.Name), metric, places);
            }
        }
    }

    /// <summary>The places, among the event's labels, of those that a metric has.</summary>
    private EquatableArray<int> Labels(MetricSettings settings, EventSlot slot)
    {
        var all = Enumerable.Range(0, _labels.Count);
        if (settings.Labels is not { } wanted)
        {
            return new(all);
        }

        foreach (var unknown in wanted.Where(name => _labels.All(label => label.Name != name)))
        {
            _findings.Refuse(
                FindingIds.EventNotSupported,
                settings.LocationOf("Labels"),
                slot.Name,
                $"recorded with the label '{unknown}'",
                _labels.Count == 0 ? "the event has no labels" : $"the labels of the event are {string.Join(", ", _labels.Select(label => label.Name))}");
        }

        return new(all.Where(place => wanted.Contains(_labels[place].Name)));
    }

    private EquatableArray<EventIdModel> Ids()
    {
        var ids = new List<EventIdModel>();
        foreach (var slot in _slots)
        {
            if (slot.Id is not { } attribute)
            {
                continue;
            }

            var name = attribute.FirstString() ?? SnakeCase.Of(slot.Name);
            var location = SourceLocation.Of(attribute);
            if (slot.Label is not null)
            {
                Refuse(slot, location, "a label and an identifier at once", "an identifier is never a label; remove one of the two attributes");
            }
            else if (slot.Type.IsRefLikeType || slot.Type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
            {
                Refuse(slot, location, $"an identifier of type '{slot.Type.ToDisplayString()}'", "it cannot be kept after the call");
            }

            if ((NameRules.WhyInvalidLabelOfMetric(name)
                ?? (ids.Any(id => id.Name == name) || _labels.Any(label => label.Name == name) ? "another identifier or label of the event has it" : null)) is { } why)
            {
                _findings.Refuse(FindingIds.InvalidLabelName, location, name, why);
            }

            var type = ValueParser.Unwrap(slot.Type);
            var inExemplars = type.SpecialType is SpecialType.System_String or SpecialType.System_Char || type.IsNamed("System.Guid")
                || ValueParser.KindOf(type, withBool: false) is ValueKind.Whole or ValueKind.Unsigned;
            ids.Add(new(name, slot.Access, inExemplars, IsNullable: !SymbolEqualityComparer.Default.Equals(type, slot.Type)));
        }

        return new(ids);
    }

    /// <summary>The event stream knows the labels of an event by one number, whichever of them its metrics have.</summary>
    private void CheckSeries()
    {
        if (LabelModel.SeriesCount(_labels) > int.MaxValue && _attribute.FirstString() is null)
        {
            _findings.Refuse(
                FindingIds.TooManySeries,
                Location,
                Member,
                SeriesProduct.Describe(_labels, label => label.Count),
                SeriesProduct.Number(int.MaxValue));
        }
    }

    private MetricModel Add(MetricModel metric, SourceLocation? location)
    {
        _metrics.Add(new(metric, location));
        return metric;
    }

    private void Refuse(string construct, string why) => _findings.Refuse(FindingIds.EventNotSupported, Location, _type.Name, construct, why);

    private void Refuse(EventSlot slot, SourceLocation? location, string construct, string why) =>
        _findings.Refuse(FindingIds.EventNotSupported, location, slot.Name, construct, why);
}
