using Instrumentation.PromQL.Histograms;

namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>The annotations of functions over native histograms (util/annotations/annotations.go).</summary>
internal static class HistogramNotes
{
    public static void MixedWithFloats(in RangeCall call) =>
        call.Context.Annotations.Warn($"encountered a mix of histograms and floats for metric name \"{call.Labels.Name}\"", call.FirstArgument);

    public static void IgnoredInMixedRange(in RangeCall call) => call.Context.Annotations.Info(
        $"ignored histograms in a range containing both floats and histograms for metric name \"{call.Labels.Name}\"", call.FirstArgument);

    public static string MixedSchemas(string metric) =>
        $"vector contains a mix of histograms with exponential and custom buckets schemas for metric name \"{metric}\"";

    public static void MixedSchemas(in RangeCall call) => call.Context.Annotations.Warn(MixedSchemas(call.Labels.Name), call.FirstArgument);

    public static void NotACounter(in RangeCall call) =>
        call.Context.Annotations.Warn($"this native histogram metric is not a counter: \"{call.Labels.Name}\"", call.FirstArgument);

    public static void NotAGauge(in RangeCall call) =>
        call.Context.Annotations.Warn($"this native histogram metric is not a gauge: \"{call.Labels.Name}\"", call.FirstArgument);

    public static string Reconciled(string operation) => $"mismatched custom buckets were reconciled during {operation}";

    public static string Collision(string operation) => $"conflicting counter resets during histogram {operation}";

    /// <summary>Adds and says what there is to say; null if the two cannot be added.</summary>
    public static NativeHistogram? Add(in RangeCall call, NativeHistogram left, NativeHistogram right) =>
        Checked(call, HistogramArithmetic.Add(left, right, out var notes), notes, "addition");

    /// <summary>Subtracts and says what there is to say; null if the two cannot be subtracted.</summary>
    public static NativeHistogram? Subtract(in RangeCall call, NativeHistogram left, NativeHistogram right) =>
        Checked(call, HistogramArithmetic.Subtract(left, right, out var notes), notes, "subtraction");

    private static NativeHistogram? Checked(in RangeCall call, NativeHistogram? result, HistogramArithmetic.Notes notes, string operation)
    {
        if (result is null)
        {
            MixedSchemas(call);
        }

        if (notes.HasFlag(HistogramArithmetic.Notes.BoundsReconciled))
        {
            call.Context.Annotations.Info(Reconciled(operation), call.FirstArgument);
        }

        return result;
    }
}
