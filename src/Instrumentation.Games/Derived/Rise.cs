namespace Instrumentation.Games.Derived;

/// <summary>By how much two running totals rose, and in what time.</summary>
internal readonly record struct Rise(double Part, double Whole, TimeSpan Time)
{
    /// <summary>NaN when the whole did not rise: nothing happened of which there could be a share, and no rule should fire on it.</summary>
    internal double Ratio => Derived.Ratio.Of(Part, Whole);

    /// <summary>How much the whole rises in an hour at this pace; 0 when no time has passed.</summary>
    internal double PerHour => Time > TimeSpan.Zero ? Whole / Time.TotalHours : 0;
}
