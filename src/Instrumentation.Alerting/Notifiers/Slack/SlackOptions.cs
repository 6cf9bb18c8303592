using System.Text.RegularExpressions;
using Instrumentation.Alerting.Notifiers.Http;

namespace Instrumentation.Alerting.Notifiers.Slack;

/// <summary>Slack's incoming webhooks: section <c>Instrumentation:Alerting:Slack</c>. It is on once it has an address.</summary>
public sealed partial class SlackOptions : HttpNotifierOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string SectionName = AlertingOptions.SectionName + ":Slack";

    /// <summary>The address of the incoming webhook. A secret. The environment variables <c>SLACK_WEBHOOK_URL</c> and <c>SLACK_WEBHOOK</c> set it as well.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>A file that holds the address, read before each request.</summary>
    public string? WebhookUrlFile { get; set; }

    /// <summary>Where it appears, as <c>#alerts</c>, where the webhook allows to choose; else the webhook's own channel.</summary>
    public string? Channel { get; set; }

    /// <summary>Under which name it appears, where the webhook allows to choose; else the webhook's own.</summary>
    public string? Username { get; set; }

    /// <summary>With which picture it appears, as <c>:rotating_light:</c>, where the webhook allows to choose; else the webhook's own.</summary>
    public string? IconEmoji { get; set; }

    /// <summary>Who is called when alerts begin to fire: <c>here</c>, <c>channel</c>, <c>everyone</c>, or the id of a member (U…, W…) or user group (S…). Default: nobody.</summary>
    public string? Mention { get; set; }

    /// <summary>From which severity on they are called. Default: critical.</summary>
    public AlertSeverity MentionFrom { get; set; } = AlertSeverity.Critical;

    /// <summary>The most alerts shown in one message, from 1 to 40; of the rest only the number is told. Default: 10.</summary>
    public int MaxAlerts { get; set; } = 10;

    internal override string? Address => WebhookUrl;

    internal override string? AddressFile => WebhookUrlFile;

    internal override string AddressKey => nameof(WebhookUrl);

    internal override IEnumerable<string> Problems(string section)
    {
        if (MaxAlerts is < 1 or > 40)
        {
            yield return $"{section}:{nameof(MaxAlerts)} is {MaxAlerts} but must be from 1 to 40.";
        }

        if (!string.IsNullOrEmpty(Mention) && !MentionPattern().IsMatch(Mention))
        {
            yield return $"{section}:{nameof(Mention)} is '{Mention}' but must be here, channel, everyone, or an id that begins with U, W or S.";
        }

        if (!Enum.IsDefined(MentionFrom))
        {
            yield return $"{section}:{nameof(MentionFrom)} must be info, warning, error or critical.";
        }

        foreach (var problem in base.Problems(section))
        {
            yield return problem;
        }
    }

    [GeneratedRegex("^@?(here|channel|everyone|[UWS][A-Z0-9]{2,20})$", RegexOptions.CultureInvariant)]
    private static partial Regex MentionPattern();
}
