using Instrumentation.Generator.Model.Metrics;

namespace Instrumentation.Generator.Emission.Metrics;

/// <summary>Prints the body of a method that records, and the function for its series.</summary>
internal static class MetricMethodPrinter
{
    /// <param name="writer">Where to.</param>
    /// <param name="recording">The method.</param>
    /// <param name="instruments">The class of the type's instruments, in full.</param>
    public static void Print(SourceWriter writer, RecordingMethod recording, string instruments)
    {
        var method = recording.Method;
        if (method.Part.NullableDirective is { } directive)
        {
            writer.Lines(directive);
        }

        if (recording.Field is { } field)
        {
            writer.Lines($"// Records {field.Metric.Name}.");
            PartPrinter.Print(writer, method.Part, () => PrintBody(writer, recording, field, $"{instruments}.{Code.Identifier(field.Name)}"));
            writer.Blank();
            if (method.Labels.Count > 0)
            {
                SeriesFunction.Print(
                    writer,
                    recording.SeriesName,
                    $"a call of <c>{Code.Xml(method.Part.Display)}</c> counts in",
                    method.Labels,
                    field.Metric.Labels,
                    place => $"{instruments}.{field.LabelFields[place]}");
            }
        }
        else
        {
            PartPrinter.PrintRefused(writer, method.Part);
        }

        if (method.Part.NullableDirective is not null)
        {
            writer.Lines("#nullable enable");
        }
    }

    private static void PrintBody(SourceWriter writer, RecordingMethod recording, InstrumentField field, string instrument)
    {
        var method = recording.Method;
        var series = method.Labels.Count == 0
            ? "0"
            : $"{recording.SeriesName}({string.Join(", ", method.Labels.Select(label => label.Parameter))})";
        if (method.Value is not { } value)
        {
            writer.Lines($"{instrument}.IncrementAt({series});");
            return;
        }

        // A parameter is read as often as need be.
        var parameter = method.ValueParameter!;
        ValueCode.Record(
            writer, field.Metric.Kind, instrument, series, value, parameter, value.IsNullable ? Code.Free("number", Names(method)) : parameter);
    }

    private static IEnumerable<string> Names(MetricMethodModel method) => method.Part.Parameters.Select(parameter => parameter.Name);
}
