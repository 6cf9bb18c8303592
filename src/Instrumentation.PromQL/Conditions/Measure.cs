namespace Instrumentation.PromQL.Conditions;

/// <summary>What a number is a number of.</summary>
internal enum UnitBase
{
    Count,
    Time,
    Bytes,
    Ratio,
}

/// <summary>What the values of a shorthand are.</summary>
/// <param name="Base">What is measured.</param>
/// <param name="Scale">How much of the base unit (seconds, bytes, one) a value of 1 is.</param>
/// <param name="IsPerTime">Whether it is so much per second.</param>
internal sealed record Measure(UnitBase Base, decimal Scale, bool IsPerTime = false)
{
    public static readonly Measure Number = new(UnitBase.Count, 1);

    public static readonly Measure Seconds = new(UnitBase.Time, 1);

    public static readonly Measure Ratio = new(UnitBase.Ratio, 1);

    /// <summary>What such a value is, as messages say it.</summary>
    public string Describe() => (Base, IsPerTime) switch
    {
        (UnitBase.Time, false) => "a duration, as in 100ms",
        (UnitBase.Time, true) => "time per second, as in 5%",
        (UnitBase.Bytes, false) => "a size, as in 5MB",
        (UnitBase.Bytes, true) => "a size per time, as in 5MB/s",
        (UnitBase.Ratio, _) => "a share, as in 5% or 0.05",
        (_, true) => "a number per time, as in 100/s",
        _ => "a plain number, as in 100",
    };
}
