using System.Globalization;

namespace Instrumentation.Exposition;

/// <summary>Chooses what a scraper gets from what it says it takes.</summary>
public static class ContentNegotiation
{
    /// <summary>
    /// The format for a request. OpenMetrics is for those who name it; whoever takes anything, or nothing that there is, gets
    /// Prometheus text, which everything reads.
    /// </summary>
    /// <remarks>
    /// A parameter <c>version</c> must be one that is served. Other parameters, such as <c>escaping</c>, are not looked at: all names are such that every
    /// escaping leaves them as they are.
    /// </remarks>
    /// <param name="accept">The request's <c>Accept</c> header; several headers joined by commas; null when there is none.</param>
    /// <returns>The format.</returns>
    public static ExpositionFormat Format(string? accept)
    {
        var openMetrics = 0.0;
        double? text = null;
        var anything = 0.0;
        foreach (var range in (accept ?? "").AsSpan().Split(','))
        {
            var choice = Parse(accept.AsSpan()[range]);
            if (Is(choice.Name, "application/openmetrics-text") && (choice.Version.IsEmpty || Is(choice.Version, "1.0.0")))
            {
                openMetrics = Math.Max(openMetrics, choice.Quality);
            }
            else if (Is(choice.Name, "text/plain") && (choice.Version.IsEmpty || Is(choice.Version, "0.0.4")))
            {
                text = Math.Max(text ?? 0, choice.Quality);
            }
            else if (Is(choice.Name, "text/*") || Is(choice.Name, "*/*"))
            {
                anything = Math.Max(anything, choice.Quality);
            }
        }

        return openMetrics > 0 && openMetrics >= (text ?? anything) ? ExpositionFormat.OpenMetrics : ExpositionFormat.PrometheusText;
    }

    /// <summary>Whether the response may be compressed with gzip.</summary>
    /// <param name="acceptEncoding">The request's <c>Accept-Encoding</c> header; null when there is none.</param>
    /// <returns>True when gzip is named with a quality above 0, or is not named and everything is taken.</returns>
    public static bool AcceptsGzip(string? acceptEncoding)
    {
        double? gzip = null;
        var anything = 0.0;
        foreach (var range in (acceptEncoding ?? "").AsSpan().Split(','))
        {
            var choice = Parse(acceptEncoding.AsSpan()[range]);
            if (Is(choice.Name, "gzip"))
            {
                gzip = choice.Quality;
            }
            else if (Is(choice.Name, "*"))
            {
                anything = choice.Quality;
            }
        }

        return (gzip ?? anything) > 0;
    }

    private static Choice Parse(ReadOnlySpan<char> item)
    {
        var choice = new Choice { Quality = 1 };
        var isFirst = true;
        foreach (var range in item.Split(';'))
        {
            var part = item[range].Trim();
            if (isFirst)
            {
                choice.Name = part;
                isFirst = false;
                continue;
            }

            var equals = part.IndexOf('=');
            if (equals < 0)
            {
                continue;
            }

            var value = part[(equals + 1)..].Trim().Trim('"');
            if (Is(part[..equals].TrimEnd(), "q"))
            {
                // A quality that cannot be read is taken for none at all: rather the plain format than one that was not asked for.
                choice.Quality = double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality)
                    ? Math.Clamp(quality, 0, 1)
                    : 0;
            }
            else if (Is(part[..equals].TrimEnd(), "version"))
            {
                choice.Version = value;
            }
        }

        return choice;
    }

    private static bool Is(ReadOnlySpan<char> text, string name) => text.Equals(name, StringComparison.OrdinalIgnoreCase);

    private ref struct Choice
    {
        internal ReadOnlySpan<char> Name;
        internal ReadOnlySpan<char> Version;
        internal double Quality;
    }
}
