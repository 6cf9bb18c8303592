namespace Instrumentation.PromQL.Evaluation.Functions;

/// <summary>Functions of dates; times are seconds since 1970 and UTC (dateWrapper in promql/functions.go).</summary>
internal static class Dates
{
    private const ulong SecondsPerDay = 86_400;

    // Go counts seconds, without a sign, from the 1st of March of this year: values far from 1970 wrap around there, and so they do here.
    private const long FirstYear = -292_277_022_400;
    private const long FirstToEpoch = 9_223_372_028_741_760_000;

    public static Func<double, double>? Find(string name) => name switch
    {
        "minute" => static seconds => Seconds(seconds) / 60 % 60,
        "hour" => static seconds => Seconds(seconds) / 3600 % 24,
        // The first day was a Wednesday.
        "day_of_week" => static seconds => (Days(seconds) + 3) % 7,
        "day_of_month" => static seconds => Civil(seconds).Day,
        "day_of_year" => static seconds => DayOfYear(Civil(seconds)),
        "days_in_month" => static seconds => DaysInMonth(Civil(seconds)),
        "month" => static seconds => Civil(seconds).Month,
        "year" => static seconds => Civil(seconds).Year,
        _ => null,
    };

    private static ulong Seconds(double seconds) => unchecked((ulong)(GoMath.ToInt64(seconds) + FirstToEpoch));

    private static ulong Days(double seconds) => Seconds(seconds) / SecondsPerDay;

    // DateTime ends with the year 9999, and values are not bound to. This is Howard Hinnant's days-to-civil algorithm.
    private static (long Year, int Month, int Day) Civil(double seconds)
    {
        const long DaysPerEra = 146_097;
        var days = (long)Days(seconds);
        var era = days / DaysPerEra;
        var dayOfEra = days % DaysPerEra;
        var yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var day = (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5)) + 1;
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        return (yearOfEra + (era * 400) + FirstYear + (month <= 2 ? 1 : 0), month, day);
    }

    private static int DaysInMonth((long Year, int Month, int Day) date) => date.Month switch
    {
        2 => IsLeap(date.Year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    private static int DayOfYear((long Year, int Month, int Day) date)
    {
        var days = date.Day;
        for (var month = 1; month < date.Month; month++)
        {
            days += DaysInMonth((date.Year, month, 1));
        }

        return days;
    }

    private static bool IsLeap(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
