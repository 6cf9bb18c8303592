using System.Net;
using System.Net.Sockets;
using Instrumentation.Hooks;
using Microsoft.Extensions.Logging;

namespace Instrumentation.Hosting.Server;

/// <summary>
/// The stand-alone metrics port: HTTP/1.1 over plain sockets, which works everywhere that .NET does, native compilation included. It answers two
/// paths, reads no bodies, and bounds everything that a client could make grow: connections, header bytes and time.
/// </summary>
internal sealed class MetricsServer : IAsyncDisposable
{
    private static readonly TimeSpan s_acceptRetry = TimeSpan.FromMilliseconds(200);

    private readonly MetricsServerOptions _options;
    private readonly ServerContent _content;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RateLimitedLog _log;
    private readonly CancellationTokenSource _stopping = new();
    private readonly HashSet<Task> _connections = [];
    private readonly Lock _gate = new();
    private IReadOnlyList<Socket> _listeners = [];
    private Task _accepting = Task.CompletedTask;

    internal MetricsServer(MetricsServerOptions options, ServerContent content, TimeProvider time, ILogger logger)
    {
        (_options, _content, _time, _logger) = (options, content, time, logger);
        _log = new RateLimitedLog(logger, time);
    }

    /// <summary>What the server listens at; empty before <see cref="Start"/>.</summary>
    internal IReadOnlyList<IPEndPoint> Endpoints { get; private set; } = [];

    /// <exception cref="InvalidOperationException">The address cannot be listened at; the message names the keys.</exception>
    internal void Start()
    {
        _listeners = Listener.Open(_options);
        Endpoints = [.. _listeners.Select(static listener => (IPEndPoint)listener.LocalEndPoint!)];
        _accepting = Task.WhenAll(_listeners.Select(listener => Task.Run(() => AcceptAsync(listener))));
        foreach (var endpoint in Endpoints)
        {
            ServerLog.Listening(_logger, endpoint, _content.MetricsPath);
        }
    }

    /// <summary>Stops listening, ends all connections and completes when nothing runs any more.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        foreach (var listener in _listeners)
        {
            listener.Dispose();
        }

        await _accepting.ConfigureAwait(false);
        Task[] connections;
        lock (_gate)
        {
            connections = [.. _connections];
        }

        await Task.WhenAll(connections).ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task AcceptAsync(Socket listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                Serve(await listener.AcceptAsync(_stopping.Token).ConfigureAwait(false));
            }
            catch (Exception exception) when (_stopping.IsCancellationRequested && exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (Exception exception)
            {
                // Out of file descriptors, or the client was gone before it was accepted. Neither is a reason to stop listening.
                _log.Write((logger, suppressed) => ServerLog.AcceptFailed(logger, suppressed, exception));
                await Task.Delay(s_acceptRetry, _time, _stopping.Token)
                    .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
            }
        }
    }

    private void Serve(Socket client)
    {
        lock (_gate)
        {
            // Refusing politely takes a connection as well, so there is an end to that too.
            if (_connections.Count >= 2 * _options.MaxConnections)
            {
                client.Dispose();
                return;
            }

            var connection = new Connection(client, _options, _content, _time);
            var isFull = _connections.Count >= _options.MaxConnections;
            var task = Task.Run(() => RunAsync(connection, isFull));
            _connections.Add(task);
            _ = task.ContinueWith(Forget, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task RunAsync(Connection connection, bool isFull)
    {
        try
        {
            await (isFull ? connection.RefuseAsync(_stopping.Token) : connection.RunAsync(_stopping.Token)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The client went away or ran out of time, or the server stops. There is nobody left to answer.
            ServerLog.ConnectionEnded(_logger, exception);
        }
        catch (Exception exception)
        {
            _log.Write((logger, suppressed) => ServerLog.ConnectionFailed(logger, suppressed, exception));
        }
    }

    private void Forget(Task connection)
    {
        lock (_gate)
        {
            _connections.Remove(connection);
        }
    }
}
