using Instrumentation.Exposition;

namespace Instrumentation.Tests.Exposition;

public sealed class ContentNegotiationTests
{
    [Theory]
    [InlineData(null, ExpositionFormat.PrometheusText)]
    [InlineData("", ExpositionFormat.PrometheusText)]
    [InlineData("*/*", ExpositionFormat.PrometheusText)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ExpositionFormat.PrometheusText)]
    [InlineData("application/openmetrics-text", ExpositionFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text; version=1.0.0; charset=utf-8", ExpositionFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;version=\"1.0.0\"", ExpositionFormat.OpenMetrics)]
    [InlineData("APPLICATION/OpenMetrics-Text;Version=1.0.0", ExpositionFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;version=2.0.0,text/plain;q=0.5", ExpositionFormat.PrometheusText)]
    [InlineData("application/openmetrics-text;q=0", ExpositionFormat.PrometheusText)]
    [InlineData("text/plain;version=0.0.4;q=0.9,application/openmetrics-text;q=0.5", ExpositionFormat.PrometheusText)]
    [InlineData("application/openmetrics-text;version=1.0.0;q=0.5,application/openmetrics-text;version=0.0.1;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", ExpositionFormat.OpenMetrics)]
    [InlineData("application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,application/openmetrics-text;version=0.0.1;q=0.5,text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2", ExpositionFormat.OpenMetrics)]
    [InlineData("application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited;q=0.7,text/plain;version=0.0.4;q=0.3", ExpositionFormat.PrometheusText)]
    [InlineData(";;,=,q", ExpositionFormat.PrometheusText)]
    public void The_format_is_the_best_of_what_the_scraper_takes(string? accept, ExpositionFormat format) =>
        Assert.Equal(format, ContentNegotiation.Format(accept));

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("gzip", true)]
    [InlineData("deflate, gzip;q=0.5", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("*", true)]
    [InlineData("gzip;q=0, *", false)]
    [InlineData("identity", false)]
    public void Gzip_is_used_when_it_is_taken(string? acceptEncoding, bool accepted) =>
        Assert.Equal(accepted, ContentNegotiation.AcceptsGzip(acceptEncoding));
}
