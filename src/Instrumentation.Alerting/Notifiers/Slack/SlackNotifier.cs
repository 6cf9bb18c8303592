using Instrumentation.Alerting.Notifiers.Http;

namespace Instrumentation.Alerting.Notifiers.Slack;

/// <summary>Posts notifications to a Slack channel by an incoming webhook.</summary>
public sealed class SlackNotifier : INotifier, IConfiguredNotifier, IDisposable
{
    private readonly SlackOptions _options;
    private readonly HttpPoster _poster;

    /// <summary>Creates the notifier.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="name">Its name, where there are several.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <exception cref="ArgumentException">There is no address, or a value is out of range.</exception>
    public SlackNotifier(SlackOptions options, string name = "slack", TimeProvider? time = null)
    {
        NotifierChecks.Check(options, SlackOptions.SectionName);
        (_options, Name) = (options, name);
        _poster = new HttpPoster(options, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name { get; }

    NotifierOptions IConfiguredNotifier.Options => _options;

    /// <inheritdoc/>
    public async ValueTask SendAsync(AlertNotification notification, CancellationToken cancellationToken) =>
        await _poster.PostAsync(SlackMessage.Write(notification, _options), authorization: null, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Dispose() => _poster.Dispose();
}
