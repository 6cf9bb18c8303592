namespace Instrumentation.Analyzers.Tests.Verification;

/// <summary>Just enough of libraries that are not referenced, under their true names.</summary>
internal static class Stubs
{
    internal const string Prometheus = """
        namespace Prometheus
        {
            public interface ICollectorChild { }
            public interface ICounter : ICollectorChild { void Inc(double increment = 1); }
            public interface IGauge : ICollectorChild { void Set(double value); void Inc(double increment = 1); }
            public interface IHistogram : ICollectorChild { void Observe(double value); }
            public interface ISummary : ICollectorChild { void Observe(double value); }
            public abstract class ChildBase { }
            public interface ICollector { string Name { get; } string[] LabelNames { get; } }
            public interface ICollector<out TChild> : ICollector where TChild : ICollectorChild
            {
                TChild WithLabels(params string[] labelValues);
                TChild WithLabels(System.ReadOnlyMemory<string> labelValues);
                TChild WithLabels(System.ReadOnlySpan<string> labelValues);
            }
            public abstract class Collector<TChild> : ICollector<TChild> where TChild : ICollectorChild
            {
                public string Name => "";
                public string[] LabelNames => [];
                public TChild WithLabels(params string[] labelValues) => default!;
                public TChild WithLabels(System.ReadOnlyMemory<string> labelValues) => default!;
                public TChild WithLabels(System.ReadOnlySpan<string> labelValues) => default!;
                public TChild Labels(params string[] labelValues) => default!;
                public void RemoveLabelled(params string[] labelValues) { }
            }
            public sealed class Counter : Collector<ICounter>, ICounter { public void Inc(double increment = 1) { } }
            public sealed class Gauge : Collector<IGauge>, IGauge { public void Set(double value) { } public void Inc(double increment = 1) { } }
            public sealed class Histogram : Collector<IHistogram>, IHistogram { public void Observe(double value) { } public static double[] LinearBuckets(double start, double width, int count) => []; }
            public sealed class Summary : Collector<ISummary>, ISummary { public void Observe(double value) { } }
            public class MetricConfiguration { public string[]? LabelNames { get; set; } }
            public sealed class CounterConfiguration : MetricConfiguration { }
            public sealed class GaugeConfiguration : MetricConfiguration { }
            public sealed class HistogramConfiguration : MetricConfiguration { public double[]? Buckets { get; set; } }
            public interface IMetricFactory
            {
                Counter CreateCounter(string name, string help, CounterConfiguration? configuration = null);
                Counter CreateCounter(string name, string help, params string[] labelNames);
                IMetricFactory WithLabels(IDictionary<string, string> labels);
            }
            public static class Metrics
            {
                public static IMetricFactory DefaultFactory => null!;
                public static Counter CreateCounter(string name, string help, CounterConfiguration? configuration = null) => new();
                public static Counter CreateCounter(string name, string help, params string[] labelNames) => new();
                public static Counter CreateCounter(string name, string help, string[] labelNames, CounterConfiguration? configuration = null) => new();
                public static Gauge CreateGauge(string name, string help, GaugeConfiguration? configuration = null) => new();
                public static Gauge CreateGauge(string name, string help, params string[] labelNames) => new();
                public static Histogram CreateHistogram(string name, string help, HistogramConfiguration? configuration = null) => new();
                public static Histogram CreateHistogram(string name, string help, params string[] labelNames) => new();
                public static Summary CreateSummary(string name, string help, params string[] labelNames) => new();
                public static IMetricFactory WithLabels(IDictionary<string, string> labels) => null!;
            }
        }
        """;

    internal const string AspNetCore = """
        namespace Microsoft.AspNetCore.Http
        {
            public readonly struct PathString { public string? Value => null; public static implicit operator string(PathString path) => ""; }
            public readonly struct QueryString { public string? Value => null; }
            public readonly struct HostString { public string Value => ""; }
            public abstract class ConnectionInfo { public abstract string Id { get; } public System.Net.IPAddress? RemoteIpAddress => null; public int RemotePort => 0; public int LocalPort => 0; }
            public interface IHeaderDictionary { string? this[string key] { get; set; } string? UserAgent { get; } string? ContentType { get; } }
            public abstract class HttpRequest
            {
                public abstract string Method { get; } public abstract PathString Path { get; } public abstract string Scheme { get; } public abstract string Protocol { get; }
                public abstract QueryString QueryString { get; } public abstract HostString Host { get; } public abstract IHeaderDictionary Headers { get; } public abstract string? ContentType { get; }
            }
            public abstract class HttpResponse { public abstract int StatusCode { get; set; } }
            public abstract class HttpContext
            {
                public abstract HttpRequest Request { get; } public abstract HttpResponse Response { get; } public abstract ConnectionInfo Connection { get; }
                public abstract System.Security.Claims.ClaimsPrincipal User { get; } public abstract string TraceIdentifier { get; } public abstract IDictionary<object, object?> Items { get; }
                public Endpoint? GetEndpoint() => null; public Features.IFeatureCollection Features => null!;
            }
            public class Endpoint { public string? DisplayName => null; }
        }
        namespace Microsoft.AspNetCore.Http.Features
        {
            public interface IFeatureCollection { T? Get<T>(); }
            public interface IHttpMetricsTagsFeature { ICollection<KeyValuePair<string, object?>> Tags { get; } }
        }
        namespace Microsoft.AspNetCore.Routing
        {
            public sealed class RouteEndpoint : Microsoft.AspNetCore.Http.Endpoint { public Patterns.RoutePattern RoutePattern => null!; }
        }
        namespace Microsoft.AspNetCore.Routing.Patterns { public sealed class RoutePattern { public string? RawText => null; } }
        """;
}
