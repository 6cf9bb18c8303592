using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>Prints the registration of members that are read at each scrape.</summary>
internal static class ReaderPrinter
{
    public const string Method = "Declare";

    /// <summary>
    /// The class within a type that reads what only the type itself can see. A class of its own: a method of the type would run the type's static constructor when
    /// the assembly is loaded.
    /// </summary>
    public static string NestedClass(MetricTypeModel type) => type.InstrumentsClass + "__Members";

    /// <summary>What the module initializer calls; null when the type has nothing that is read.</summary>
    public static string? Entry(MetricTypeModel type) => type.Readers.Count == 0 ? null
        : type.HasHiddenReaders
            ? $"{type.Readers[0].TypeNames[Math.Max(Visible(type), 1) - 1]}.{NestedClass(type)}.{Method}"
            : $"{type.InstrumentsClass}.{Method}";

    /// <summary>Prints the class within one of the types around the members, if there must be one: where members are read, and around types that are hidden.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="type">The type of the members.</param>
    /// <param name="depth">Which of the types around them, counted from the outermost.</param>
    /// <param name="assembly">The assembly.</param>
    public static void PrintNested(SourceWriter writer, MetricTypeModel type, int depth, AssemblyModel assembly)
    {
        if (!type.HasHiddenReaders || depth < Math.Max(Visible(type), 1) - 1)
        {
            return;
        }

        var isInnermost = depth == type.Type.Declarations.Count - 1;
        writer.Lines($"""
            /// <summary>Registers the members of <c>{Code.Xml(type.Type.Display)}</c> that are read at each scrape, from where they can be seen.</summary>
            [global::System.CodeDom.Compiler.GeneratedCode({GeneratedBy.Arguments})]
            [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
            """);
        using (writer.Block($"internal static class {NestedClass(type)}"))
        {
            if (isInnermost)
            {
                PrintDeclare(writer, type, assembly);
            }
            else
            {
                writer.Lines($"internal static void {Method}() => {type.Readers[0].TypeNames[depth + 1]}.{NestedClass(type)}.{Method}();");
            }
        }

        writer.Blank();
    }

    public static void PrintDeclare(SourceWriter writer, MetricTypeModel type, AssemblyModel assembly)
    {
        writer.Lines("/// <summary>Registers what is read at each scrape.</summary>");
        using (writer.Block($"internal static void {Method}()"))
        {
            foreach (var reader in type.Readers)
            {
                Print(writer, reader, assembly);
            }
        }

        writer.Blank();
    }

    private static void Print(SourceWriter writer, MetricReaderModel reader, AssemblyModel assembly)
    {
        var metric = reader.Metric;
        var type = reader.TypeNames[reader.TypeNames.Count - 1];
        writer.Lines($"// {InstrumentCode.InWords(metric.Kind)} {metric.Name}");
        writer.Lines(reader.IsStatic
            ? $"_ = {InstrumentCode.Namespace}.CallbackInstrument.Create("
            : $"{InstrumentCode.Namespace}.InstanceMetrics.Declare<{type}>(");
        var settings = InstrumentCode.Settings(metric, EquatableArray<string>.Empty, assembly);
        writer.Lines($"    new() {{ {string.Join(", ", settings)} }},");
        writer.Lines($"    {InstrumentCode.Kind(metric.Kind)},");
        writer.Lines(reader.IsStatic
            ? $"    static () => {ValueCode.NumberOrNothing(reader.Value, $"{type}.{reader.Access}", "value")});"
            : $"    static instance => {ValueCode.NumberOrNothing(reader.Value, $"instance.{reader.Access}", "value")});");
    }

    /// <summary>How many of the types around the members all code of the assembly sees.</summary>
    private static int Visible(MetricTypeModel type) => type.Readers[0].VisibleTypes;
}
