using System.Globalization;
using System.Text;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Writes times in UTC by Go's layouts, which show how the 2nd of January 2006, 15:04:05 would be written.</summary>
internal static class GoLayout
{
    private static readonly string[] s_months =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] s_days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    // In an order in which no element hides a longer one.
    private static readonly (string Element, Func<DateTimeOffset, string> Write)[] s_elements =
    [
        ("January", static time => Month(time)),
        ("Jan", static time => Month(time)[..3]),
        ("Monday", static time => Day(time)),
        ("Mon", static time => Day(time)[..3]),
        ("MST", static _ => "UTC"),
        ("2006", static time => Padded(time.Year, 4)),
        ("__2", static time => time.DayOfYear.ToString(CultureInfo.InvariantCulture).PadLeft(3)),
        ("002", static time => Padded(time.DayOfYear, 3)),
        ("_2", static time => time.Day.ToString(CultureInfo.InvariantCulture).PadLeft(2)),
        ("01", static time => Padded(time.Month, 2)),
        ("02", static time => Padded(time.Day, 2)),
        ("03", static time => Padded(Hour12(time), 2)),
        ("04", static time => Padded(time.Minute, 2)),
        ("05", static time => Padded(time.Second, 2)),
        ("06", static time => Padded(time.Year % 100, 2)),
        ("15", static time => Padded(time.Hour, 2)),
        ("Z07:00:00", static _ => "Z"),
        ("Z070000", static _ => "Z"),
        ("Z07:00", static _ => "Z"),
        ("Z0700", static _ => "Z"),
        ("Z07", static _ => "Z"),
        ("-07:00:00", static _ => "+00:00:00"),
        ("-070000", static _ => "+000000"),
        ("-07:00", static _ => "+00:00"),
        ("-0700", static _ => "+0000"),
        ("-07", static _ => "+00"),
        ("PM", static time => time.Hour < 12 ? "AM" : "PM"),
        ("pm", static time => time.Hour < 12 ? "am" : "pm"),
        ("1", static time => Padded(time.Month, 1)),
        ("2", static time => Padded(time.Day, 1)),
        ("3", static time => Padded(Hour12(time), 1)),
        ("4", static time => Padded(time.Minute, 1)),
        ("5", static time => Padded(time.Second, 1)),
    ];

    public static string Month(DateTimeOffset time) => s_months[time.Month - 1];

    public static string Day(DateTimeOffset time) => s_days[(int)time.DayOfWeek];

    public static string Format(DateTimeOffset time, string layout)
    {
        var result = new StringBuilder();
        for (var at = 0; at < layout.Length;)
        {
            if (FractionLength(layout, at) is var length and > 0)
            {
                AppendFraction(result, time, layout.Substring(at, length));
                at += length;
                continue;
            }

            var (element, write) = Array.Find(s_elements, known => Stands(known.Element, layout, at));
            result.Append(element is null ? layout[at].ToString() : write(time));
            at += element?.Length ?? 1;
        }

        return result.ToString();
    }

    private static bool Stands(string element, string layout, int at) =>
        string.CompareOrdinal(layout, at, element, 0, element.Length) == 0
        // "Jan" and "Mon" are no names of months and days where a word goes on in lower case, and "_2006" is a year.
        && !(element is "Jan" or "Mon" && at + 3 < layout.Length && char.IsAsciiLetterLower(layout[at + 3]))
        && !(element == "_2" && string.CompareOrdinal(layout, at + 1, "2006", 0, 4) == 0);

    /// <summary>The length of <c>.000</c> or <c>,999</c>, digits after a second; 0 where something else stands.</summary>
    private static int FractionLength(string layout, int at)
    {
        if (layout[at] is not ('.' or ',') || at + 1 >= layout.Length || layout[at + 1] is not ('0' or '9'))
        {
            return 0;
        }

        var end = at + 1;
        while (end < layout.Length && layout[end] == layout[at + 1])
        {
            end++;
        }

        return end < layout.Length && char.IsAsciiDigit(layout[end]) ? 0 : end - at;
    }

    private static void AppendFraction(StringBuilder result, DateTimeOffset time, string layout)
    {
        var nanoseconds = Padded((int)(time.Ticks % TimeSpan.TicksPerSecond * TimeSpan.NanosecondsPerTick), 9);
        var digits = nanoseconds.PadRight(layout.Length, '0')[..(layout.Length - 1)];
        digits = layout[1] == '9' ? digits.TrimEnd('0') : digits;
        if (digits.Length > 0)
        {
            result.Append(layout[0]).Append(digits);
        }
    }

    private static int Hour12(DateTimeOffset time) => time.Hour % 12 == 0 ? 12 : time.Hour % 12;

    private static string Padded(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
