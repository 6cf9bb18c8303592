using Instrumentation.PromQL.Evaluation.Functions;
using Instrumentation.PromQL.Histograms;
using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Evaluation.Nodes;

/// <summary>An operator on two samples, each a number or a native histogram (vectorElemBinop in promql/engine.go).</summary>
internal ref struct OperatorResult
{
    /// <summary>The number; the left one for a comparison.</summary>
    public double Value { get; private set; }

    public NativeHistogram? Histogram { get; private set; }

    /// <summary>Whether the sample stays.</summary>
    public bool Keep { get; private set; }

    /// <summary>The last thing that was to be said; the samples of one operator mostly share it.</summary>
    public (AnnotationLevel Level, string Message)? Note { get; private set; }

    /// <summary>Applies the operator.</summary>
    /// <returns>False if the two give nothing; <see cref="Note"/> says why.</returns>
    public bool TryApply(BinaryOperator op, in VectorSample left, in VectorSample right)
    {
        (Value, Histogram, Keep) = (0, null, true);
        if (left.Histogram is null && right.Histogram is null)
        {
            if (op is BinaryOperator.TrimLower or BinaryOperator.TrimUpper)
            {
                return Incompatible(op, "float", "float");
            }

            Keep = BinaryArithmetic.Apply(op, left.Value, right.Value, out var value);
            Value = value;
            return true;
        }

        if (left.Histogram is not null && right.Histogram is not null)
        {
            return TryApply(op, left.Histogram, right.Histogram);
        }

        return left.Histogram is null ? TryApply(op, left.Value, right.Histogram!) : TryApply(op, left.Histogram, right.Value);
    }

    /// <summary>Says what is to be said about the operator's part of the query.</summary>
    public readonly void Report(EvaluationContext context, BinaryExpression binary)
    {
        if (Note is { Level: AnnotationLevel.Info } info)
        {
            context.Annotations.Info(info.Message, binary.Range);
        }
        else if (Note is { } warning)
        {
            context.Annotations.Warn(warning.Message, binary.Range);
        }
    }

    private bool TryApply(BinaryOperator op, double left, NativeHistogram right)
    {
        if (op != BinaryOperator.Multiply)
        {
            return Incompatible(op, "float", "histogram");
        }

        Histogram = right.Multiply(left).Compact();
        return true;
    }

    private bool TryApply(BinaryOperator op, NativeHistogram left, double right)
    {
        Histogram = op switch
        {
            BinaryOperator.Multiply => left.Multiply(right).Compact(),
            BinaryOperator.Divide => left.Divide(right).Compact(),
            BinaryOperator.TrimUpper => HistogramTrimming.Trim(left, right, keepsBelow: true),
            BinaryOperator.TrimLower => HistogramTrimming.Trim(left, right, keepsBelow: false),
            _ => null,
        };
        return Histogram is not null || Incompatible(op, "histogram", "float");
    }

    private bool TryApply(BinaryOperator op, NativeHistogram left, NativeHistogram right)
    {
        switch (op)
        {
            case BinaryOperator.Equal or BinaryOperator.NotEqual:
                Histogram = left;
                Keep = left.SameAs(right) == (op == BinaryOperator.Equal);
                return true;
            case BinaryOperator.Add or BinaryOperator.Subtract:
                return TryCombine(op, left, right);
            default:
                return Incompatible(op, "histogram", "histogram");
        }
    }

    private bool TryCombine(BinaryOperator op, NativeHistogram left, NativeHistogram right)
    {
        var (adds, name) = op == BinaryOperator.Add ? (true, "addition") : (false, "subtraction");
        HistogramArithmetic.Notes notes;
        var result = adds ? HistogramArithmetic.Add(left, right, out notes) : HistogramArithmetic.Subtract(left, right, out notes);
        if (result is null)
        {
            Note = (AnnotationLevel.Warning, $"incompatible bucket layout encountered for binary operator {op.Symbol()}");
            return false;
        }

        if (notes.HasFlag(HistogramArithmetic.Notes.ResetCollision))
        {
            Note = (AnnotationLevel.Warning, HistogramNotes.Collision(name));
            return false;
        }

        if (notes.HasFlag(HistogramArithmetic.Notes.BoundsReconciled))
        {
            Note = (AnnotationLevel.Info, HistogramNotes.Reconciled(name));
        }

        Histogram = (adds ? result : result.WithHint(CounterResetHint.Gauge)).Compact();
        return true;
    }

    private bool Incompatible(BinaryOperator op, string left, string right)
    {
        var symbol = op.Symbol();
        Note = (AnnotationLevel.Info, $"incompatible sample types encountered for binary operator \"{symbol}\": {left} {symbol} {right}");
        return false;
    }
}
