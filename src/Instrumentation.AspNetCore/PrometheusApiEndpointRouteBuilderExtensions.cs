using Instrumentation.Alerting;
using Instrumentation.AspNetCore.Access;
using Instrumentation.AspNetCore.Api;
using Instrumentation.AspNetCore.Api.Endpoints;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // The namespace in which every other Map… is found.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the API in the shape of Prometheus'.</summary>
public static class PrometheusApiEndpointRouteBuilderExtensions
{
    // Grafana sends queries as forms by POST, so that long ones fit.
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Post];
    private static readonly string[] s_lookMethods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps Prometheus' HTTP API below <c>/api/v1</c>, and <c>/-/healthy</c> and <c>/-/ready</c> beside it, so that Grafana and other clients can use this process as a Prometheus server: queries over the history,
    /// series, labels, metadata, exemplars, rules and alerts. To put it elsewhere, map it on a group: <c>app.MapGroup("/prometheus").MapPrometheusApi()</c>.
    /// </summary>
    /// <remarks>
    /// While it is mapped the history samples every series of the process, unless <see cref="PrometheusApiOptions.KeepAllSeries"/> says otherwise. It answers requests from the machine itself, not those that a proxy passes on, unless authorisation is configured, such as by <c>RequireAuthorization</c> on
    /// what is returned.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <returns>Takes conventions for all these endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddAlerting</c> was not called on the services, or <see cref="PrometheusApiOptions"/> are out of range.</exception>
    public static IEndpointConventionBuilder MapPrometheusApi(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var alerts = services.GetService<IAlerts>()
            ?? throw new InvalidOperationException("MapPrometheusApi needs samples, rules and alerts to show: call builder.Services.AddAlerting() first.");
        var samples = services.GetService<ISampleSource>() ?? alerts.History;
        var options = services.GetService<IOptions<PrometheusApiOptions>>()?.Value ?? new PrometheusApiOptions();
        options.Validate();
        var time = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var wishes = new SeriesWishes(alerts, options.KeepAllSeries, time);
        services.GetService<IHostApplicationLifetime>()?.ApplicationStopped.Register(wishes.Dispose);
        var api = new PrometheusApi(samples, alerts, wishes, new QueryRunner(options, time), time);

        var root = endpoints.MapGroup("");
        root.MapMethods("/-/healthy", s_lookMethods, StateEndpoints.HealthyAsync).WithDisplayName("Instrumentation API /-/healthy");
        root.MapMethods("/-/ready", s_lookMethods, StateEndpoints.ReadyAsync).WithDisplayName("Instrumentation API /-/ready");
        var group = root.MapGroup("/api/v1");
        Map(group, "/query", api.Serve(QueryEndpoints.Instant));
        Map(group, "/query_range", api.Serve(QueryEndpoints.Range));
        Map(group, "/format_query", api.Serve(QueryEndpoints.Format));
        Map(group, "/series", api.Serve(SeriesEndpoints.Series));
        Map(group, "/labels", api.Serve(SeriesEndpoints.LabelNames));
        Map(group, "/label/{name}/values", context => api.Serve(SeriesEndpoints.LabelValues((string)context.Request.RouteValues["name"]!))(context));
        Map(group, "/metadata", api.Serve(MetadataEndpoint.Handle));
        Map(group, "/rules", api.Serve(RuleEndpoints.Rules));
        Map(group, "/alerts", api.Serve(RuleEndpoints.Alerts));
        Map(group, "/query_exemplars", api.Serve(ExemplarEndpoint.Handle));
        Map(group, "/status/buildinfo", api.Serve(StatusEndpoints.BuildInfo));

        root.DisableHttpMetrics();
        root.ExcludeFromDescription();
        return root.OnlyLoopbackUnlessAuthorized();
    }

    private static void Map(RouteGroupBuilder group, string pattern, RequestDelegate handle) =>
        group.MapMethods(pattern, s_methods, handle).WithDisplayName($"Instrumentation API {pattern}");
}
