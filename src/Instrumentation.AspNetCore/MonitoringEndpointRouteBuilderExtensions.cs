using Instrumentation.Alerting;
using Instrumentation.AspNetCore.Access;
using Instrumentation.AspNetCore.Export;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

#pragma warning disable IDE0130 // The namespace in which every other Map… is found.
namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps what is for those who run the process.</summary>
public static class MonitoringEndpointRouteBuilderExtensions
{
    private static readonly string[] s_methods = [HttpMethods.Get];

    /// <summary>
    /// Maps <c>/monitoring/rules.yml</c> (the rules that are evaluated, as a rule file of Prometheus), <c>/monitoring/rules-test.yml</c> (for each alert rule a unit test for
    /// <c>promtool test rules</c>) and <c>/monitoring/alertmanager.yml</c> (a configuration that tells the same receivers, without secrets).
    /// </summary>
    /// <remarks>
    /// They answer requests from the machine itself, not those that a proxy passes on, unless authorisation is configured, such as by <c>RequireAuthorization</c> on
    /// what is returned.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <returns>Takes conventions for all these endpoints.</returns>
    /// <exception cref="InvalidOperationException"><c>AddAlerting</c> was not called on the services.</exception>
    public static IEndpointConventionBuilder MapMonitoring(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetService<IAlerts>() is null)
        {
            throw new InvalidOperationException("MapMonitoring needs rules to show: call builder.Services.AddAlerting() first.");
        }

        var group = endpoints.MapGroup("/monitoring");
        group.MapMethods("/rules.yml", s_methods, ExportEndpoints.RulesAsync).WithDisplayName("Instrumentation rules");
        group.MapMethods("/rules-test.yml", s_methods, ExportEndpoints.TestsAsync).WithDisplayName("Instrumentation tests of rules");
        group.MapMethods("/alertmanager.yml", s_methods, ExportEndpoints.AlertmanagerAsync).WithDisplayName("Instrumentation Alertmanager configuration");
        group.DisableHttpMetrics();
        group.ExcludeFromDescription();
        return group.OnlyLoopbackUnlessAuthorized();
    }
}
