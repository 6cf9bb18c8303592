using Instrumentation.PromQL.Parsing.Syntax;

namespace Instrumentation.PromQL.Conditions;

/// <summary>The numbers between two bounds, each of which belongs to them or not.</summary>
internal readonly record struct Interval(double Low, bool HasLow, double High, bool HasHigh)
{
    public static readonly Interval All = new(double.NegativeInfinity, true, double.PositiveInfinity, true);

    public bool IsEmpty => Low > High || (Low.Equals(High) && !(HasLow && HasHigh));

    /// <summary>The numbers for which a comparison holds; null for <c>!=</c>, which leaves out one.</summary>
    public static Interval? Of(BinaryOperator comparison, double value) => comparison switch
    {
        BinaryOperator.Greater => new(value, false, double.PositiveInfinity, true),
        BinaryOperator.GreaterOrEqual => new(value, true, double.PositiveInfinity, true),
        BinaryOperator.Less => new(double.NegativeInfinity, true, value, false),
        BinaryOperator.LessOrEqual => new(double.NegativeInfinity, true, value, true),
        BinaryOperator.Equal => new(value, true, value, true),
        _ => null,
    };

    public Interval And(Interval other)
    {
        var low = Low > other.Low ? (Low, HasLow) : Low < other.Low ? (other.Low, other.HasLow) : (Low, HasLow && other.HasLow);
        var high = High < other.High ? (High, HasHigh) : High > other.High ? (other.High, other.HasHigh) : (High, HasHigh && other.HasHigh);
        return new(low.Item1, low.Item2, high.Item1, high.Item2);
    }

    /// <summary>Whether the two together leave out no number of a range.</summary>
    public bool CoversWith(Interval other, Interval range)
    {
        var (first, second) = Low <= other.Low ? (this, other) : (other, this);
        var meets = second.Low < first.High || (second.Low.Equals(first.High) && (second.HasLow || first.HasHigh));
        return meets && first.Contains(range.Low, range.HasLow) && (first.Reaches(range) || second.Reaches(range));
    }

    /// <summary>Whether every number of the other is one of this.</summary>
    public bool Covers(Interval other) =>
        (Low < other.Low || (Low.Equals(other.Low) && (HasLow || !other.HasLow))) && Reaches(other);

    private bool Contains(double low, bool isIncluded) => Low < low || (Low.Equals(low) && (HasLow || !isIncluded));

    private bool Reaches(Interval other) => High > other.High || (High.Equals(other.High) && (HasHigh || !other.HasHigh));
}
