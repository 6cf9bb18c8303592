using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>Prints an event's <c>Record()</c> and what tells the event stream about the event.</summary>
internal static class EventPrinter
{
    public const string Interface = Namespace + ".IGameEvent";
    private const string Namespace = "global::Instrumentation.Events";
    /// <summary>As many as the runtime takes without allocating; more would rarely fit into an exemplar.</summary>
    private const int MaxExemplarLabels = 3;

    private const string Holder = "Record__Event";
    private const string Describe = "Record__Describe";
    private const string SeriesName = "Record__SeriesOf";

    public static void Print(SourceWriter writer, RecordedEventModel recorded, string instruments)
    {
        var model = recorded.Event;
        if (model.IsRefused)
        {
            PrintRefused(writer, model);
            return;
        }

        var functions = Functions(recorded);
        PrintRecord(writer, recorded, functions, instruments);
        foreach (var (places, name) in functions.Where(function => function.Places.Count > 0))
        {
            SeriesFunction.Print(
                writer,
                name,
                "an event counts in",
                new(places.Select(place => model.LabelArguments[place])),
                new(places.Select(place => model.Labels[place])),
                place => $"{instruments}.{recorded.LabelFields[places[place]]}");
        }

        PrintHolder(writer, recorded, instruments);
    }

    /// <summary>One function for each set of labels that metrics have, that of all labels first: the event stream needs it.</summary>
    private static IReadOnlyList<(EquatableArray<int> Places, string Name)> Functions(RecordedEventModel recorded)
    {
        var all = new EquatableArray<int>(Enumerable.Range(0, recorded.Event.Labels.Count));
        return
        [
            .. new[] { all }.Concat(recorded.Event.Metrics.Select(metric => metric.Labels)).Distinct()
                .Select((places, index) => (places, index == 0 ? SeriesName : SeriesName + Code.Number(index + 1))),
        ];
    }

    private static void PrintRecord(
        SourceWriter writer, RecordedEventModel recorded, IReadOnlyList<(EquatableArray<int> Places, string Name)> functions, string instruments)
    {
        var model = recorded.Event;
        var names = recorded.Fields().Select(field => field.Metric.Name);
        if (model.Part is { } part)
        {
            if (part.NullableDirective is { } directive)
            {
                writer.Lines(directive);
            }

            writer.Lines($"// Records {string.Join(", ", names)}.");
            PartPrinter.Print(writer, part, () => PrintBody(writer, recorded, functions, instruments));
            if (part.NullableDirective is not null)
            {
                writer.Lines("#nullable enable");
            }
        }
        else
        {
            var metrics = recorded.Fields().Any() ? $"in {string.Join(", ", names.Select(name => $"<c>{name}</c>"))}, " : "";
            writer.Lines($"""
                /// <summary>Records the event {metrics}and hands it to whoever listens to the event stream.</summary>
                [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
                """);
            using (writer.Block($"public {(model.IsReadOnly ? "readonly " : "")}void Record()"))
            {
                PrintBody(writer, recorded, functions, instruments);
            }
        }

        writer.Blank();
    }

    private static void PrintBody(
        SourceWriter writer, RecordedEventModel recorded, IReadOnlyList<(EquatableArray<int> Places, string Name)> functions, string instruments)
    {
        var model = recorded.Event;
        var locals = Reserve(model.LabelAccess.Concat(model.Metrics.Select(metric => metric.Access)).Concat(model.Ids.Select(id => id.Access)));

        var series = new Dictionary<EquatableArray<int>, string>();
        var usesAll = recorded.Counter is not null || model.Metrics.Any(metric => metric.Labels == functions[0].Places);
        foreach (var (places, name) in functions)
        {
            var call = $"{name}({string.Join(", ", places.Select(place => model.LabelAccess[place]))})";
            if (places.Count == 0)
            {
                series.Add(places, "0");
            }
            else if (places == functions[0].Places && !usesAll)
            {
                // Only the event stream wants to know.
                series.Add(places, call);
            }
            else
            {
                var local = locals.Add("series");
                writer.Lines($"var {local} = {call};");
                series.Add(places, local);
            }
        }

        var exemplar = PrintExemplar(writer, recorded, locals);
        if (recorded.Counter is { } counter)
        {
            var number = series[functions[0].Places];
            writer.Lines($"{instruments}.{Code.Identifier(counter.Name)}.{(exemplar.Length > 0 ? $"AddAt({number}, 1L, {exemplar})" : $"IncrementAt({number})")};");
        }

        for (var i = 0; i < model.Metrics.Count; i++)
        {
            var metric = model.Metrics[i];
            ValueCode.Record(
                writer,
                metric.Metric.Kind,
                $"{instruments}.{Code.Identifier(recorded.Metrics[i].Name)}",
                series[metric.Labels],
                metric.Value,
                metric.Access,
                metric.Value.IsNullable || metric.Value.Kind is ValueKind.Unsigned or ValueKind.Wide or ValueKind.UnsignedWide ? locals.Add("number") : "",
                exemplar);
        }

        if (model.Recorded is { } recordedMethod)
        {
            writer.Lines($"{recordedMethod}();");
        }

        using (writer.Block($"if ({Holder}.Type.IsWanted)"))
        {
            writer.Lines($"{Holder}.Type.Publish(this, {series[functions[0].Places]});");
        }
    }

    /// <summary>The identifiers that lead from a point of a chart to the event, as a local; empty when there is none, or nothing that takes it.</summary>
    private static string PrintExemplar(SourceWriter writer, RecordedEventModel recorded, UniqueNames locals)
    {
        var ids = recorded.Event.Ids.Where(id => id.InExemplars).Take(MaxExemplarLabels).ToArray();
        if (ids.Length == 0 || !recorded.Fields().Any(field => field.Metric.Kind is MetricKind.Counter or MetricKind.Histogram))
        {
            return "";
        }

        var values = ids.Select(id => $"{Code.Text(id.Name)}, " + (id.IsNullable
            ? $"{id.Access} is {{ }} {locals.Add("id")} ? {locals.Last} : default({InstrumentCode.Namespace}.ExemplarValue)"
            : id.Access));
        var exemplar = locals.Add("exemplar");
        writer.Lines($"var {exemplar} = new {InstrumentCode.Namespace}.ExemplarLabels({string.Join(", ", values)});");
        return exemplar;
    }

    /// <summary>Names for locals, none of them that of a parameter that the type has captured.</summary>
    private static UniqueNames Reserve(IEnumerable<string> accesses)
    {
        var locals = new UniqueNames(StringComparer.Ordinal);
        foreach (var access in accesses.Distinct())
        {
            locals.Add(access.TrimStart('@'));
        }

        return locals;
    }

    private static void PrintHolder(SourceWriter writer, RecordedEventModel recorded, string instruments)
    {
        var model = recorded.Event;
        writer.Lines($"""
            /// <summary>What the event stream knows of the event. In a class of its own, so that recording does not wait for a static constructor.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
            """);
        using (writer.Block($"private static class {Holder}"))
        {
            writer.Lines($"internal static readonly {Namespace}.GameEventType<{model.TypeName}> Type = {Namespace}.GameEventType.Create<{model.TypeName}>(");
            writer.Lines($"    {Code.Text(model.Name)},");
            var labels = model.Labels.Select((label, index) =>
                recorded.LabelFields[index] is { Length: > 0 } field ? $"{instruments}.{field}" : InstrumentCode.Declared(label));
            writer.Lines($"    [{string.Join(", ", labels)}],");
            writer.Lines($"    static (recorded, details) => recorded.{Describe}(details));");
        }

        writer.Blank();
        PrintDescribe(writer, model);
    }

    private static void PrintDescribe(SourceWriter writer, EventModel model)
    {
        var locals = Reserve(model.Ids.Select(id => id.Access).Concat(model.Metrics.Select(metric => metric.Access)));

        var details = locals.Add("details");
        writer.Lines($"""
            /// <summary>Tells what the event is about. Called only when somebody listens to the event stream.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
            [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
            """);
        using (writer.Block($"private {(model.IsReadOnly ? "readonly " : "")}void {Describe}({Namespace}.RecordedEventDetails {details})"))
        {
            foreach (var id in model.Ids)
            {
                writer.Lines($"{details}.AddId({Code.Text(id.Name)}, {id.Access});");
            }

            foreach (var metric in model.Metrics)
            {
                writer.Lines($"{details}.AddValue({Code.Text(metric.Metric.Name)}, {ValueCode.NumberOrNothing(metric.Value, metric.Access, metric.Value.IsNullable ? locals.Add("value") : "")});");
            }
        }

        writer.Blank();
    }

    private static void PrintRefused(SourceWriter writer, EventModel model)
    {
        if (model.Part is { } part)
        {
            PartPrinter.PrintRefused(writer, part);
            return;
        }

        writer.Lines($$"""
            /// <summary>Records nothing: a diagnostic of <c>{{Code.Xml(model.Type.Display)}}</c> says why.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode({{GeneratedBy.Arguments}})]
            public {{(model.IsReadOnly ? "readonly " : "")}}void Record()
            {
            }

            """);
    }
}
