using System.Net;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Hosting.Server;

internal static partial class ServerLog
{
    [LoggerMessage(40, LogLevel.Information, "Metrics are served at http://{Endpoint}{Path}")]
    internal static partial void Listening(ILogger logger, IPEndPoint endpoint, string path);

    [LoggerMessage(41, LogLevel.Warning, "The metrics server could not accept a connection ({Suppressed} more messages about it were held back)")]
    internal static partial void AcceptFailed(ILogger logger, long suppressed, Exception exception);

    [LoggerMessage(42, LogLevel.Error, "A request to the metrics server failed ({Suppressed} more messages about it were held back)")]
    internal static partial void ConnectionFailed(ILogger logger, long suppressed, Exception exception);

    [LoggerMessage(43, LogLevel.Debug, "A connection to the metrics server ended early")]
    internal static partial void ConnectionEnded(ILogger logger, Exception exception);
}
