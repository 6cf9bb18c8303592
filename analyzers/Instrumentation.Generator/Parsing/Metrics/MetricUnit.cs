namespace Instrumentation.Generator.Parsing.Metrics;

/// <summary>The units that names end in, and what lengths of time are in them.</summary>
/// <param name="Name">The unit.</param>
/// <param name="Total">The property of a TimeSpan that is in it; empty when it is no unit of time.</param>
/// <param name="PerSecond">How many of it are a second.</param>
/// <param name="Seconds">How many seconds it is, for units longer than one.</param>
internal sealed record MetricUnit(string Name, string Total, decimal PerSecond, decimal Seconds)
{
    private const string TotalSuffix = "_total";

    /// <summary>What a length of time is in when nothing else is said.</summary>
    public static readonly MetricUnit Second = new("seconds", "TotalSeconds", 1, 1);

    private static readonly MetricUnit[] s_times =
    [
        Second,
        new("milliseconds", "TotalMilliseconds", 1_000, 1),
        new("microseconds", "TotalMicroseconds", 1_000_000, 1),
        new("nanoseconds", "TotalNanoseconds", 1_000_000_000, 1),
        new("minutes", "TotalMinutes", 1, 60),
        new("hours", "TotalHours", 1, 3_600),
        new("days", "TotalDays", 1, 86_400),
    ];

    /// <summary>The base units of Prometheus; a name that ends in one has it as its unit without a word.</summary>
    private static readonly string[] s_base =
        ["seconds", "celsius", "meters", "bytes", "ratio", "volts", "amperes", "joules", "grams"];

    public bool IsTime => Total.Length > 0;

    /// <summary>The name as its unit stands in it: a counter's without <c>_total</c>.</summary>
    public static string Stem(string name) =>
        name.EndsWith(TotalSuffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - TotalSuffix.Length) : name;

    /// <summary>The unit that a name ends in, time and base units only; null when there is none.</summary>
    public static MetricUnit? OfName(string name)
    {
        var word = LastWord(Stem(name));
        return s_times.FirstOrDefault(unit => unit.Name == word) ?? (s_base.Contains(word) ? new(word, "", 1, 1) : null);
    }

    /// <summary>Whether it is said in the exposition without having been asked for.</summary>
    public static bool IsBase(MetricUnit unit) => s_base.Contains(unit.Name);

    /// <summary>A number of seconds in this unit, without an error of its own: in decimal.</summary>
    public double OfSeconds(double seconds) => PerSecond == 1 && Seconds == 1 ? seconds : (double)((decimal)seconds * PerSecond / Seconds);

    private static string LastWord(string stem) => stem.Substring(stem.LastIndexOf('_') + 1);
}
