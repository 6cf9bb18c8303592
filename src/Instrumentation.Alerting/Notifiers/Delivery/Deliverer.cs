using System.Net.Sockets;
using Instrumentation.Hooks;
using Instrumentation.Metrics;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Alerting.Notifiers.Delivery;

/// <summary>Sends one notification by one notifier, as often as it takes and as long as it may.</summary>
internal sealed class Deliverer(INotifier notifier, NotifierOptions options, TimeProvider time, ILogger logger, InstrumentRegistry registry)
{
    private readonly NotifierCounters _counters = new(registry, notifier.Name);
    private readonly RateLimitedLog _retryLog = new(logger, time);
    private readonly RateLimitedLog _failureLog = new(logger, time);

    /// <summary>Sends until the receiver has it or there is no sense in trying again.</summary>
    /// <returns>Whether the receiver has it.</returns>
    /// <exception cref="OperationCanceledException">The process shuts down; it is not known to be delivered.</exception>
    internal async Task<bool> DeliverAsync(AlertNotification notification, CancellationToken stopping)
    {
        var began = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            var failure = await TryAsync(notification, stopping).ConfigureAwait(false);
            if (failure is null)
            {
                _counters.Sent();
                return true;
            }

            var wait = Backoff.After(attempt, failure.RetryAfter, Random.Shared.NextDouble());
            if (!failure.IsTransient || time.GetElapsedTime(began) + wait > options.RetryFor)
            {
                _counters.Failed();
                var attempts = attempt;
                _failureLog.Write((log, suppressed) => NotifierLog.GivesUp(log, notifier.Name, notification.GroupKey, attempts, failure.Message, suppressed));
                return false;
            }

            _counters.Retried();
            _retryLog.Write((log, suppressed) => NotifierLog.TriesAgain(log, notifier.Name, notification.GroupKey, failure.Message, suppressed));
            await Task.Delay(wait, time, stopping).ConfigureAwait(false);
        }
    }

    /// <returns>Null if it worked, else why it did not.</returns>
    private async Task<NotificationException?> TryAsync(AlertNotification notification, CancellationToken stopping)
    {
        using var deadline = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, stopping);
        try
        {
            // Also when the notifier pays no heed to the token.
            await notifier.SendAsync(notification, either.Token).AsTask().WaitAsync(either.Token).ConfigureAwait(false);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new NotificationException($"there was no answer within {options.Timeout:c}", isTransient: true);
        }
        catch (NotificationException exception)
        {
            return exception;
        }
        catch (Exception exception)
        {
            var isTransient = exception is HttpRequestException or IOException or SocketException or TimeoutException;
            return new NotificationException(Describe(exception, isTransient), isTransient);
        }
    }

    // The message may hold what nobody must read in a log. A mistake in a notifier is found by where it happened.
    private static string Describe(Exception exception, bool isTransient) =>
        isTransient ? $"{exception.GetType().Name}" : $"{exception.GetType().Name} in the notifier{Environment.NewLine}{exception.StackTrace}";
}
