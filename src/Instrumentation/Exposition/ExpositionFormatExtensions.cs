namespace Instrumentation.Exposition;

/// <summary>What belongs to an <see cref="ExpositionFormat"/>.</summary>
public static class ExpositionFormatExtensions
{
    /// <summary>The value of the response's <c>Content-Type</c>.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The media type with its parameters.</returns>
    public static string ContentType(this ExpositionFormat format) => format == ExpositionFormat.OpenMetrics
        ? "application/openmetrics-text; version=1.0.0; charset=utf-8"
        : "text/plain; version=0.0.4; charset=utf-8";
}
