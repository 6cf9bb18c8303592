using Instrumentation.Alerting.Notifiers.Http;

namespace Instrumentation.Alerting.Notifiers.Webhook;

/// <summary>The generic webhook: section <c>Instrumentation:Alerting:Webhook</c>. It is on once it has an address.</summary>
public sealed class WebhookOptions : HttpNotifierOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = AlertingOptions.SectionName + ":Webhook";

    /// <summary>Where it posts to: an absolute http or https address. A secret. The environment variable <c>ALERT_WEBHOOK_URL</c> sets it as well.</summary>
    public string? Url { get; set; }

    /// <summary>A file that holds the address, read before each request.</summary>
    public string? UrlFile { get; set; }

    /// <summary>The value of the header <c>Authorization</c>, such as <c>Bearer …</c>. A secret.</summary>
    public string? Authorization { get; set; }

    /// <summary>The most alerts of one notification, from 0 up; the rest is counted in <c>truncatedAlerts</c>. Default: 0, all of them.</summary>
    public int MaxAlerts { get; set; }

    internal override string? Address => Url;

    internal override string? AddressFile => UrlFile;

    internal override string AddressKey => nameof(Url);

    internal override IEnumerable<string> Problems(string section)
    {
        if (MaxAlerts < 0)
        {
            yield return $"{section}:{nameof(MaxAlerts)} is {MaxAlerts} but must be 0 (all) or more.";
        }

        if (Authorization is not null && Authorization.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0)
        {
            yield return $"{section}:{nameof(Authorization)} must be one line; its value is not shown, since it is a secret.";
        }

        foreach (var problem in base.Problems(section))
        {
            yield return problem;
        }
    }
}
