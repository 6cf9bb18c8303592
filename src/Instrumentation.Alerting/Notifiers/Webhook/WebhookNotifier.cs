using Instrumentation.Alerting.Notifiers.Http;

namespace Instrumentation.Alerting.Notifiers.Webhook;

/// <summary>Posts notifications as Alertmanager's webhook does (version 4), so that whatever takes those takes these.</summary>
public sealed class WebhookNotifier : INotifier, IConfiguredNotifier, IDisposable
{
    private readonly WebhookOptions _options;
    private readonly HttpPoster _poster;

    /// <summary>Creates the notifier.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="name">Its name, where there are several.</param>
    /// <param name="time">The clock; the system's when left out.</param>
    /// <exception cref="ArgumentException">There is no address, or a value is out of range.</exception>
    public WebhookNotifier(WebhookOptions options, string name = "webhook", TimeProvider? time = null)
    {
        NotifierChecks.Check(options, WebhookOptions.SectionName);
        (_options, Name) = (options, name);
        _poster = new HttpPoster(options, time ?? TimeProvider.System);
    }

    /// <inheritdoc/>
    public string Name { get; }

    NotifierOptions IConfiguredNotifier.Options => _options;

    /// <inheritdoc/>
    public async ValueTask SendAsync(AlertNotification notification, CancellationToken cancellationToken) =>
        await _poster.PostAsync(WebhookJson.Write(notification, _options.MaxAlerts), _options.Authorization, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public void Dispose() => _poster.Dispose();
}
