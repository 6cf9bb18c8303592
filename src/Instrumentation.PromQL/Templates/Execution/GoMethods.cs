namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>The methods of what toTime and toDuration give: <c>($value | toTime).Format "15:04"</c>.</summary>
internal static class GoMethods
{
    // What Go's time.Duration holds.
    private static readonly TimeSpan s_longest = TimeSpan.FromTicks(long.MaxValue / TimeSpan.NanosecondsPerTick);

    /// <exception cref="TemplateException">There is no such method, or it takes other arguments.</exception>
    public static object Call(DateTimeOffset time, string method, IReadOnlyList<object?> arguments) => method switch
    {
        "Format" => GoLayout.Format(time, Argument<string>(method, arguments)),
        "Add" => Shifted(method, () => time + Argument<TimeSpan>(method, arguments)),
        "AddDate" => arguments is [long years, long months, long days]
            ? Shifted(method, () => Date(time, years, months, days))
            : throw Wrong(method, "three whole numbers"),
        "Sub" => time - Argument<DateTimeOffset>(method, arguments) is var span && span.Duration() <= s_longest ? span : throw Wrong(method, "a time within 292 years"),
        "Before" => time < Argument<DateTimeOffset>(method, arguments),
        "After" => time > Argument<DateTimeOffset>(method, arguments),
        "Equal" => time == Argument<DateTimeOffset>(method, arguments),
        "Compare" => (long)time.CompareTo(Argument<DateTimeOffset>(method, arguments)),
        "Truncate" => Truncated(time, Argument<TimeSpan>(method, arguments)),
        _ => Part(time, method, arguments),
    };

    /// <exception cref="TemplateException">There is no such method, or it takes other arguments.</exception>
    public static object Call(TimeSpan duration, string method, IReadOnlyList<object?> arguments) => method switch
    {
        "Truncate" => Argument<TimeSpan>(method, arguments) is var unit && unit > TimeSpan.Zero ? duration - TimeSpan.FromTicks(duration.Ticks % unit.Ticks) : duration,
        "Round" => Argument<TimeSpan>(method, arguments) is var unit && unit > TimeSpan.Zero ? Rounded(duration, unit) : duration,
        _ => Part(duration, method, arguments),
    };

    /// <exception cref="TemplateException">There is no such method.</exception>
    public static object Call(GoName name, string method, IReadOnlyList<object?> arguments)
    {
        RequireCount(method, arguments, 0);
        return method == "String" ? name.Name : throw Unknown(method, name.Type);
    }

    private static object Part(TimeSpan duration, string method, IReadOnlyList<object?> arguments)
    {
        object part = method switch
        {
            "String" => GoTime.Print(duration),
            "Hours" => duration.TotalHours,
            "Minutes" => duration.TotalMinutes,
            "Seconds" => duration.TotalSeconds,
            "Milliseconds" => duration.Ticks / TimeSpan.TicksPerMillisecond,
            "Microseconds" => duration.Ticks / TimeSpan.TicksPerMicrosecond,
            "Nanoseconds" => duration.Ticks * TimeSpan.NanosecondsPerTick,
            "Abs" => duration.Duration(),
            _ => throw Unknown(method, "time.Duration"),
        };
        RequireCount(method, arguments, 0);
        return part;
    }

    private static object Part(DateTimeOffset time, string method, IReadOnlyList<object?> arguments)
    {
        object part = method switch
        {
            "String" => GoTime.Print(time),
            "UTC" => time,
            "Unix" => time.ToUnixTimeSeconds(),
            "UnixMilli" => time.ToUnixTimeMilliseconds(),
            "UnixMicro" => (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond,
            "UnixNano" => (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick,
            "Year" => (long)time.Year,
            "Month" => GoName.OfMonth(time),
            "Day" => (long)time.Day,
            "Hour" => (long)time.Hour,
            "Minute" => (long)time.Minute,
            "Second" => (long)time.Second,
            "Nanosecond" => time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick,
            "YearDay" => (long)time.DayOfYear,
            "Weekday" => GoName.OfWeekday(time),
            "IsZero" => time == DateTimeOffset.MinValue,
            _ => throw Unknown(method, "time.Time"),
        };
        RequireCount(method, arguments, 0);
        return part;
    }

    // As in Go, the 31st of a month that has 30 days is the 1st of the next.
    private static DateTimeOffset Date(DateTimeOffset time, long years, long months, long days)
    {
        var first = new DateTimeOffset(time.Year, time.Month, 1, 0, 0, 0, TimeSpan.Zero) + time.TimeOfDay;
        return checked(first.AddMonths((int)((years * 12) + months)).AddDays(time.Day - 1 + days));
    }

    private static DateTimeOffset Truncated(DateTimeOffset time, TimeSpan unit) =>
        unit > TimeSpan.Zero ? time.AddTicks(-(time.Ticks % unit.Ticks)) : time;

    private static TimeSpan Rounded(TimeSpan duration, TimeSpan unit) =>
        TimeSpan.FromTicks((long)Math.Round((decimal)duration.Ticks / unit.Ticks, MidpointRounding.AwayFromZero) * unit.Ticks);

    private static DateTimeOffset Shifted(string method, Func<DateTimeOffset> shift)
    {
        try
        {
            return shift();
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            throw new TemplateException($"error calling {method}: the time would be before the year 1 or after the year 9999", exception);
        }
    }

    private static T Argument<T>(string method, IReadOnlyList<object?> arguments)
    {
        RequireCount(method, arguments, 1);
        return arguments[0] is T argument ? argument
            : throw Wrong(method, typeof(T) == typeof(string) ? "a string" : typeof(T) == typeof(TimeSpan) ? "a duration, as toDuration gives it" : "a time, as toTime gives it");
    }

    private static void RequireCount(string method, IReadOnlyList<object?> arguments, int wanted)
    {
        if (arguments.Count != wanted)
        {
            throw new TemplateException($"wrong number of args for {method}: want {wanted} got {arguments.Count}");
        }
    }

    private static TemplateException Wrong(string method, string wanted) => new($"error calling {method}: it takes {wanted}");

    private static TemplateException Unknown(string method, string type) => new($"can't evaluate field {method} in type {type}");
}
