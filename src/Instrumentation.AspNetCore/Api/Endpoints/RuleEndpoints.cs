using Instrumentation.Alerting.Rules;
using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;
using Microsoft.Extensions.Primitives;

namespace Instrumentation.AspNetCore.Api.Endpoints;

/// <summary><c>/rules</c> and <c>/alerts</c>.</summary>
internal static class RuleEndpoints
{
    internal static ValueTask<ApiAnswer> Rules(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var type = request.Text("type");
        if (type is not ("" or "alert" or "record"))
        {
            throw ApiException.BadParameter("type", $"not supported value {ApiRequest.Quote(type)}");
        }

        var withoutAlerts = Switch(request, "exclude_alerts");
        var matching = new SeriesSelectors(request);
        bool IsWanted(Rule rule) => IsNamed(request.All("rule_name[]"), rule.Name)
            && (type.Length == 0 || rule is AlertRule == (type == "alert"))
            && matching.Match(rule.Labels);

        var filters = request.All("rule_name[]").Count > 0 || type.Length > 0 || matching.Any;
        var groups = api.Alerts.GetGroups()
            .Where(group => IsNamed(request.All("rule_group[]"), group.Group.Name) && IsNamed(request.All("file[]"), group.Group.Source))
            .Select(group => (Group: group, Rules: group.Rules.Where(rule => IsWanted(rule.Rule)).ToList()))
            .Where(found => found.Rules.Count > 0 || !filters)
            .ToList();
        var page = new RulePage(request);
        var shown = page.Of(groups, static found => found.Group.Group, out var next);
        return new(new ApiAnswer(async writer =>
        {
            writer.Json.WriteStartObject();
            writer.Json.WriteStartArray("groups");
            foreach (var (group, rules) in shown)
            {
                RuleJson.Write(writer, group, rules, withoutAlerts);
                await writer.SendSomeAsync().ConfigureAwait(false);
            }

            writer.Json.WriteEndArray();
            if (next is not null)
            {
                writer.Json.WriteString("groupNextToken", next);
            }

            writer.Json.WriteEndObject();
        }));
    }

    internal static ValueTask<ApiAnswer> Alerts(PrometheusApi api, ApiRequest request, CancellationToken cancellation)
    {
        var alerts = api.Alerts.GetActiveAlerts();
        return new(new ApiAnswer(async writer =>
        {
            writer.Json.WriteStartObject();
            writer.Json.WriteStartArray("alerts");
            foreach (var alert in alerts)
            {
                RuleJson.Write(writer, alert);
                await writer.SendSomeAsync().ConfigureAwait(false);
            }

            writer.Json.WriteEndArray();
            writer.Json.WriteEndObject();
        }));
    }

    private static bool IsNamed(StringValues names, string name) => names.Count == 0 || names.Contains(name);

    private static bool Switch(ApiRequest request, string name) => request.Text(name) switch
    {
        "" or "0" or "f" or "F" or "false" or "FALSE" or "False" => false,
        "1" or "t" or "T" or "true" or "TRUE" or "True" => true,
        var text => throw ApiException.BadParameter(name, $"strconv.ParseBool: parsing {ApiRequest.Quote(text)}: invalid syntax"),
    };
}
