using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>
/// Prints the class that holds a type's instruments. It stands outside the type: a generic type would hold them once for each of its arguments.
/// </summary>
internal static class InstrumentsPrinter
{
    public static void Print(SourceWriter writer, MetricTypeModel type, AssemblyModel assembly)
    {
        writer.Lines($"""
            /// <summary>The instruments of <c>{Code.Xml(type.Type.Display)}</c>.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
            """);
        using (writer.Block($"internal static class {type.InstrumentsClass}"))
        {
            // Before the instruments, whose initializers use them.
            foreach (var field in type.Labels)
            {
                writer.Lines($"""
                    /// <summary>Numbers the values of <c>{field.Label.Name}</c> as they come, up to {Code.Number(field.Label.Limit)}.</summary>
                    internal static readonly {InstrumentCode.Label}<string?> {field.Name} = {InstrumentCode.Label}.ForStrings({Code.Text(field.Label.Name)}, {Code.Number(field.Label.Limit)});

                    """);
            }

            foreach (var field in type.Fields)
            {
                Print(writer, field, assembly);
                writer.Blank();
            }

            if (type.Readers.Count > 0 && !type.HasHiddenReaders)
            {
                ReaderPrinter.PrintDeclare(writer, type, assembly);
            }
        }
    }

    private static void Print(SourceWriter writer, InstrumentField field, AssemblyModel assembly)
    {
        var metric = field.Metric;
        var family = InstrumentCode.Family(metric.Kind);
        writer.Lines($"""
            /// <summary>{InstrumentCode.InWords(metric.Kind)} <c>{metric.Name}</c>: {Code.Xml(metric.Help)}</summary>
            /// <remarks>
            /// Series: {Code.Xml(SeriesFunction.Arithmetic(metric.Labels))}.
            """);
        if (metric.Buckets is { } buckets)
        {
            writer.Lines($"/// Buckets: {string.Join(", ", buckets.Select(Code.Number))}{(metric.Unit is { } unit ? " " + unit : "")}.");
        }

        if (metric.ExpireAfter > 0)
        {
            writer.Lines($"/// Expires: what has not been recorded for {new TimeSpan(metric.ExpireAfter):c}.");
        }

        writer.Lines($"""
            /// </remarks>
            internal static readonly {family} {Code.Identifier(field.Name)} = {family}.Create(new()
            {"{"}
            """);
        writer.Lines(string.Join("\n", InstrumentCode.Settings(metric, field.LabelFields, assembly).Select(setting => $"    {setting},")));
        writer.Lines("});");
    }
}
