using System.Net;
using Instrumentation.Alerting;
using Instrumentation.Alerting.Notifiers.Slack;
using Instrumentation.Alerting.Rules;
using Instrumentation.AspNetCore.Tests.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests.Export;

public sealed class MonitoringTests
{
    [Theory]
    [InlineData("rules.yml", "  - name: game\n    rules:\n      - alert: Slow\n        expr: 'latency > 0.1'\n")]
    [InlineData("rules-test.yml", "  - name: 'Slow fires and resolves'\n")]
    [InlineData("alertmanager.yml", "      - api_url_file: /etc/alertmanager/secrets/slack-webhook-url\n")]
    public async Task FilesAreServedWithoutSecretsToThisMachineOnly(string file, string expected)
    {
        await using var app = await StartAsync();
        using var response = await app.GetAsync($"/monitoring/{file}");
        var text = await response.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/yaml; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Contains(expected, text.Replace("'/etc/alertmanager/secrets/slack-webhook-url'", "/etc/alertmanager/secrets/slack-webhook-url", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", text, StringComparison.Ordinal);

        using var forwarded = new HttpRequestMessage(HttpMethod.Get, $"/monitoring/{file}");
        forwarded.Headers.Add("X-Forwarded-For", "127.0.0.1");
        using var refused = await app.Http.SendAsync(forwarded);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task WithoutAlertingTheErrorSaysWhatToDo()
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApp.StartAsync(map: static app => app.MapMonitoring()));
        Assert.Equal("MapMonitoring needs rules to show: call builder.Services.AddAlerting() first.", exception.Message);
    }

    private static Task<TestApp> StartAsync() => TestApp.StartAsync(
        static services =>
        {
            services.AddSingleton<IAlerts>(new TestAlerts(new RuleGroupStatus
            {
                Group = new RuleGroup { Name = "game", Rules = [new AlertRule { Name = "Slow", Expression = "latency > 0.1" }] }, Rules = [],
            }));
            services.Configure<SlackOptions>(static options => options.WebhookUrl = "https://hooks.slack.com/services/s3cr3t");
        },
        static app => app.MapMonitoring());
}
