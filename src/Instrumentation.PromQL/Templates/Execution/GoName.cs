namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>A number that has a name in Go: a month or a day of the week.</summary>
/// <param name="Type">Its type.</param>
/// <param name="Number">The number.</param>
/// <param name="Name">What it is printed as.</param>
internal sealed record GoName(string Type, long Number, string Name)
{
    public static GoName OfMonth(DateTimeOffset time) => new("time.Month", time.Month, GoLayout.Month(time));

    public static GoName OfWeekday(DateTimeOffset time) => new("time.Weekday", (int)time.DayOfWeek, GoLayout.Day(time));
}
