namespace Instrumentation.Generator.Model.Metrics;

/// <summary>Puts metrics together by type and gives each type its names, the same ones whatever order they come in.</summary>
internal static class MetricTypes
{
    public static EquatableArray<MetricTypeModel> Group(IReadOnlyCollection<MetricMemberModel> members, EquatableArray<EventModel> events)
    {
        if (members.Count == 0 && events.Count == 0)
        {
            return EquatableArray<MetricTypeModel>.Empty;
        }

        var methods = members.Select(member => member.Method).OfType<MetricMethodModel>().ToArray();
        var readers = members.Select(member => member.Reader).OfType<MetricReaderModel>().ToArray();
        var hints = new UniqueNames(StringComparer.OrdinalIgnoreCase);
        var classes = new UniqueNames(StringComparer.Ordinal);

        // What stands on two parts of a type, which is an error, must not add errors about everything being there twice.
        var types = methods.Select(method => method.Type).Concat(readers.Select(reader => reader.Type)).Concat(events.Select(recorded => recorded.Type));
        var methodsByType = methods.Distinct().ToLookup(method => method.Type.MetadataName, StringComparer.Ordinal);
        var readersByType = readers.Distinct().ToLookup(reader => reader.Type.MetadataName, StringComparer.Ordinal);
        var eventsByType = events.ToLookup(recorded => recorded.Type.MetadataName, StringComparer.Ordinal);
        return new(types
            .GroupBy(type => type.MetadataName, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new MetricTypeBuilder(Widest(group), classes, hints).Build(
                methodsByType[group.Key].OrderBy(method => method.Key, StringComparer.Ordinal),
                readersByType[group.Key].OrderBy(reader => reader.Metric.Name, StringComparer.Ordinal).ThenBy(reader => reader.Access, StringComparer.Ordinal),
                eventsByType[group.Key].FirstOrDefault())));
    }

    /// <summary>Parts may differ in what pointers of a refused method ask for; the part that asks for more serves all.</summary>
    private static TypeModel Widest(IEnumerable<TypeModel> parts) =>
        parts.OrderByDescending(type => type.Declarations[type.Declarations.Count - 1].Length).First();
}
