namespace Instrumentation.Alerting.Notifiers;

/// <summary>A notification could not be delivered. The message is logged: it must hold no address and no token.</summary>
public sealed class NotificationException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Why, without secrets.</param>
    /// <param name="isTransient">Whether it may work later.</param>
    /// <param name="retryAfter">How long the receiver wants to be left alone; null if it did not say.</param>
    public NotificationException(string message, bool isTransient, TimeSpan? retryAfter = null)
        : base(message) => (IsTransient, RetryAfter) = (isTransient, retryAfter);

    /// <summary>Whether it may work later.</summary>
    public bool IsTransient { get; }

    /// <summary>How long the receiver wants to be left alone; null if it did not say.</summary>
    public TimeSpan? RetryAfter { get; }
}
