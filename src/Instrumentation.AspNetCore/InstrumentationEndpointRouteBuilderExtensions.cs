using Instrumentation.AspNetCore;
using Instrumentation.Hosting;
using Instrumentation.Monitoring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

#pragma warning disable IDE0130 // The namespace in which every other Map… is found.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of Instrumentation.</summary>
public static class InstrumentationEndpointRouteBuilderExtensions
{
    private static readonly string[] s_methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// Maps <c>/metrics</c> (the format by <c>Accept</c>: text 0.0.4 or OpenMetrics 1.0; gzip by <c>Accept-Encoding</c>; only the families named by
    /// <c>name[]</c>, when given) and <c>/health</c> (liveness). Both show nothing but metrics and that the process is alive, and are as open as
    /// the application's default; put conventions on what is returned, such as <c>RequireAuthorization</c> or <c>RequireHost</c>, to change that.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <returns>Takes conventions for both endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddInstrumentation</c> was not called on the services.</exception>
    public static IEndpointConventionBuilder MapInstrumentation(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var sources = services.GetService<PerformanceSources>()
            ?? throw new InvalidOperationException("MapInstrumentation needs its services: call builder.Services.AddInstrumentation() first.");
        ServerAddresses.Count(services, sources);

        var options = services.GetRequiredService<IOptions<InstrumentationOptions>>().Value;
        var group = endpoints.MapGroup("");
        group.MapMethods(options.MetricsPath, s_methods, MetricsEndpoint.HandleAsync).WithDisplayName("Instrumentation metrics");
        group.MapMethods(options.HealthPath, s_methods, HealthEndpoint.HandleAsync).WithDisplayName("Instrumentation health");

        // Scrapes are not the application's traffic, and its API description is not the place for them.
        group.DisableHttpMetrics();
        group.ExcludeFromDescription();
        return group;
    }
}
