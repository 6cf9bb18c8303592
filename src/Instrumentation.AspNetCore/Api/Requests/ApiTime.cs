using System.Globalization;
using System.Text.RegularExpressions;
using Instrumentation.PromQL.Parsing;

namespace Instrumentation.AspNetCore.Api.Requests;

/// <summary>Times and durations as Prometheus' API takes them (ParseTime and parseDuration in web/api/v1/api.go).</summary>
internal static partial class ApiTime
{
    // A quarter of the 64 bits, so that no range or offset of a query reaches past them.
    private const double Furthest = long.MaxValue / 4;
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>What Prometheus' clients send for "from the beginning" and "to the end".</summary>
    private const string Earliest = "-292273086-05-16T16:47:06Z";
    private const string Latest = "292277025-08-18T07:12:54.999999999Z";

    /// <summary>Reads seconds since 1970 or RFC 3339, to milliseconds since 1970.</summary>
    internal static bool TryParse(string text, out long milliseconds)
    {
        milliseconds = 0;
        if (double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var seconds))
        {
            return TryRound(seconds, out milliseconds);
        }

        if (text is Earliest or Latest)
        {
            milliseconds = (long)Furthest * (text == Earliest ? -1 : 1);
            return true;
        }

        // The pattern first: .NET takes more than the standard says, and no more than seven digits of a second.
        var match = Rfc3339().Match(text);
        if (!match.Success
            || !DateTimeOffset.TryParse(match.Groups["time"].Value + match.Groups["zone"].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return false;
        }

        var fraction = match.Groups["fraction"].Value.PadRight(3, '0')[..3];
        milliseconds = time.ToUnixTimeMilliseconds() + int.Parse(fraction, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>Reads seconds, or a duration such as <c>1h30m</c>, to milliseconds.</summary>
    internal static bool TryParseDuration(string text, out long milliseconds) =>
        double.TryParse(text, Decimal, CultureInfo.InvariantCulture, out var seconds)
            ? TryRound(seconds, out milliseconds)
            : DurationText.TryParse(text, out milliseconds);

    private static bool TryRound(double seconds, out long milliseconds)
    {
        var rounded = Math.Round(seconds * 1000, MidpointRounding.AwayFromZero);
        var isInRange = Math.Abs(rounded) <= Furthest; // false for NaN
        milliseconds = isInRange ? (long)rounded : 0;
        return isInRange;
    }

    [GeneratedRegex(@"^(?<time>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.(?<fraction>\d{1,9}))?(?<zone>Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rfc3339();
}
