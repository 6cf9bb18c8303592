using Instrumentation.Alerting;
using Instrumentation.Alerting.Export;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Notifiers.Webhook;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Export;

/// <summary>What a Prometheus server and its Alertmanager need to do as this process does.</summary>
internal static class ExportEndpoints
{
    internal static Task RulesAsync(HttpContext context) => WriteAsync(context, RuleExport.ToRulesYaml(Alerts(context).GetGroups().Select(static group => group.Group)));

    internal static Task TestsAsync(HttpContext context) =>
        WriteAsync(context, RuleExport.ToTestsYaml(Alerts(context).GetGroups().Select(static group => group.Group), cancellation: context.RequestAborted));

    internal static Task AlertmanagerAsync(HttpContext context) =>
        WriteAsync(context, AlertmanagerExport.ToYaml(
            context.RequestServices.GetService<IOptions<SlackOptions>>()?.Value, context.RequestServices.GetService<IOptions<WebhookOptions>>()?.Value));

    private static IAlerts Alerts(HttpContext context) => context.RequestServices.GetRequiredService<IAlerts>();

    private static Task WriteAsync(HttpContext context, string yaml)
    {
        // RFC 9512.
        context.Response.ContentType = "application/yaml; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(yaml, context.RequestAborted);
    }
}
