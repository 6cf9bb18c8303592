namespace Instrumentation.Alerting.Notifiers;

/// <summary>Delivers notifications to people or to another system. Implementations are called for one notification at a time.</summary>
/// <remarks>
/// Queue, order, time-out, retries and shutdown are seen to by the caller: an implementation sends once, and throws if that did not work. A
/// <see cref="NotificationException"/> says whether it is worth trying again; <see cref="HttpRequestException"/>, <see cref="IOException"/>,
/// <see cref="System.Net.Sockets.SocketException"/> and <see cref="TimeoutException"/> are tried again, and anything else is taken for a mistake in the notifier.
/// Messages of exceptions are logged: keep addresses and tokens out of them.
/// </remarks>
public interface INotifier
{
    /// <summary>The name in logs, self-metrics and stored state: the same at each start, and no other notifier's.</summary>
    public string Name { get; }

    /// <summary>Sends a notification. Completes when the receiver has it.</summary>
    /// <param name="notification">What to tell.</param>
    /// <param name="cancellationToken">Cancelled when the time for one attempt is up, or the process shuts down.</param>
    public ValueTask SendAsync(AlertNotification notification, CancellationToken cancellationToken);
}
