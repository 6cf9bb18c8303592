namespace Instrumentation.Games.Errors;

/// <summary>What kind of thing went wrong.</summary>
public enum ErrorType
{
    /// <summary>A connection failed or broke.</summary>
    ConnectionError,

    /// <summary>Somebody is not who they say.</summary>
    AuthenticationError,

    /// <summary>A session is invalid or over.</summary>
    SessionError,

    /// <summary>A message did not arrive.</summary>
    MessageDeliveryError,

    /// <summary>The server failed.</summary>
    SystemError,

    /// <summary>What a client sent made no sense.</summary>
    ValidationError,
}
