using Instrumentation.Generator.Emission.Metrics;
using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>
/// Prints the class that holds a type's operations. It stands outside the type: a generic type would hold them once for each of its
/// arguments.
/// </summary>
internal static class OperationsPrinter
{
    private const string Namespace = "global::Instrumentation.Operations";
    private const string Label = "global::Instrumentation.Metrics.Label";

    public static void Print(SourceWriter writer, MonitoredTypeModel type, AssemblyModel assembly)
    {
        writer.Lines($"""
            /// <summary>The operations of <c>{Code.Xml(type.Type.Display)}</c>.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
            """);
        using (writer.Block($"internal static class {type.OperationsClass}"))
        {
            var isFirst = true;
            foreach (var field in type.Fields)
            {
                if (!isFirst)
                {
                    writer.Blank();
                }

                isFirst = false;
                PrintLimitedLabels(writer, field);
                PrintOperation(writer, field, assembly);
            }
        }
    }

    private static void PrintLimitedLabels(SourceWriter writer, OperationField field)
    {
        // Before the operation, whose initializer uses them.
        foreach (var label in field.Definition.Labels.Where(label => label.Limit > 0))
        {
            var name = Code.Text(label.Name);
            var limit = Code.Number(label.Limit);
            writer.Lines($"""
                /// <summary>Numbers the values of <c>{label.Name}</c> as they come, up to {limit}.</summary>
                internal static readonly {Label}<string?> {Code.LabelField(field, label)} = {Label}.ForStrings({name}, {limit});

                """);
        }
    }

    private static void PrintOperation(SourceWriter writer, OperationField field, AssemblyModel assembly)
    {
        var definition = field.Definition;
        var clock = definition.SampleEvery > 1
            ? $"read on one call of {Code.Number(definition.SampleEvery)}; every call is counted"
            : "read on every call";
        var own = definition.Metric is { } metric ? $", in a histogram of its own, {metric}" : "";
        writer.Lines($"""
            /// <summary>Operation <c>{Code.Xml(definition.Name)}</c>{Code.Xml(own)}.</summary>
            /// <remarks>
            /// Series: {Code.Xml(SeriesFunction.Arithmetic(definition.Labels))}.
            /// Buckets: {Buckets(definition)}.
            /// Clock: {clock}.
            /// Spans: {(definition.Trace ? "when somebody listens" : "none")}.
            /// </remarks>
            internal static readonly {Namespace}.Operation {Code.Identifier(field.Name)} = {Namespace}.Operation.Create(new()
            {"{"}
            """);
        writer.Lines(string.Join("\n", Settings(field, assembly).Select(setting => $"    {setting},")));
        writer.Lines("});");
    }

    private static IEnumerable<string> Settings(OperationField field, AssemblyModel assembly)
    {
        var definition = field.Definition;
        yield return $"Name = {Code.Text(definition.Name)}";
        if (definition.Metric is { } metric)
        {
            yield return $"Metric = {Code.Text(metric)}";
        }

        if (definition.Help is { } help)
        {
            yield return $"Help = {Code.Text(help)}";
        }

        if (definition.Buckets is { } buckets)
        {
            yield return $"Buckets = [{string.Join(", ", buckets.Select(Code.Number))}]";
        }

        if (definition.SampleEvery != 1)
        {
            yield return $"SampleEvery = {Code.Number(definition.SampleEvery)}";
        }

        if (!definition.Trace)
        {
            yield return "Trace = false";
        }

        if (InstrumentCode.Prefix(assembly) is { } prefix)
        {
            yield return $"Prefix = {prefix}";
        }

        if (assembly.Defaults.Service is { } service)
        {
            yield return $"Service = {Code.Text(service)}";
        }

        if (definition.Labels.Count > 0)
        {
            yield return $"Labels =\n    [\n{string.Concat(definition.Labels.Select(label => $"        {Value(field, label)},\n"))}    ]";
        }
    }

    private static string Value(OperationField field, LabelModel label) => label.Limit > 0
        ? Code.LabelField(field, label)
        : InstrumentCode.Declared(label);

    private static string Buckets(DefinitionModel definition) => definition.Buckets is { } buckets
        ? string.Join(", ", buckets.Select(bound => Code.Number(bound) + " s"))
        : "18 from 10 µs to 10 s";
}
