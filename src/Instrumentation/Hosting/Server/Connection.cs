using System.Net.Sockets;

namespace Instrumentation.Hosting.Server;

/// <summary>One client: reads requests one after the other and answers each, until it or the client has had enough.</summary>
internal sealed class Connection(Socket socket, MetricsServerOptions options, ServerContent content, TimeProvider time)
{
    /// <summary>Prometheus sends some 400 bytes.</summary>
    private const int MaxHeadBytes = 16 * 1024;

    private static readonly TimeSpan s_linger = TimeSpan.FromSeconds(1);

    private readonly byte[] _buffer = new byte[MaxHeadBytes];
    private int _buffered;

    internal async Task RunAsync(CancellationToken stopping)
    {
        using (socket)
        {
            socket.NoDelay = true;
            using var body = new PooledBuffer();
            var patience = options.RequestTimeout;
            while (true)
            {
                var (status, request) = await ReadHeadAsync(patience, stopping).ConfigureAwait(false);
                if (status == 0)
                {
                    return;
                }

                body.Clear();
                var response = status == 200 ? content.Respond(request!, body) : ServerContent.Refuse(status, body);
                var keepAlive = request is { KeepAlive: true, HasBody: false };
                await SendAsync(response, body, request?.IsHead ?? false, keepAlive, stopping).ConfigureAwait(false);
                if (!keepAlive)
                {
                    await CloseAsync(stopping).ConfigureAwait(false);
                    return;
                }

                patience = options.KeepAliveTimeout;
            }
        }
    }

    /// <summary>Says 503 without reading anything.</summary>
    internal async Task RefuseAsync(CancellationToken stopping)
    {
        using (socket)
        {
            using var body = new PooledBuffer();
            await SendAsync(ServerContent.Refuse(503, body), body, isHead: false, keepAlive: false, stopping).ConfigureAwait(false);
            await CloseAsync(stopping).ConfigureAwait(false);
        }
    }

    /// <summary>Reads up to the empty line. Status 0 means that there is no request: the client closed or stayed silent.</summary>
    private async Task<(int Status, RequestHead? Request)> ReadHeadAsync(TimeSpan patience, CancellationToken stopping)
    {
        var hasBegun = _buffered > 0;
        using var deadline = new Deadline(hasBegun ? options.RequestTimeout : patience, time, stopping);
        try
        {
            while (true)
            {
                SkipEmptyLines();
                var end = _buffer.AsSpan(0, _buffered).IndexOf("\r\n\r\n"u8);
                if (end >= 0)
                {
                    var status = RequestParser.Parse(_buffer.AsSpan(0, end), out var request);
                    Consume(end + 4);
                    return (status, request);
                }

                if (_buffered == _buffer.Length)
                {
                    return (431, null);
                }

                var read = await socket.ReceiveAsync(_buffer.AsMemory(_buffered), deadline.Token).ConfigureAwait(false);
                if (read == 0)
                {
                    return (0, null);
                }

                if (!hasBegun)
                {
                    hasBegun = true;
                    deadline.Extend(options.RequestTimeout);
                }

                _buffered += read;
            }
        }
        catch (OperationCanceledException) when (deadline.HasPassed)
        {
            return (_buffered == 0 ? 0 : 408, null);
        }
    }

    /// <summary>RFC 9112 2.2: a client may send empty lines before the request line.</summary>
    private void SkipEmptyLines()
    {
        var skip = 0;
        while (skip + 1 < _buffered && _buffer[skip] == '\r' && _buffer[skip + 1] == '\n')
        {
            skip += 2;
        }

        Consume(skip);
    }

    private void Consume(int count)
    {
        _buffer.AsSpan(count, _buffered - count).CopyTo(_buffer);
        _buffered -= count;
    }

    private async Task SendAsync(Response response, PooledBuffer body, bool isHead, bool keepAlive, CancellationToken stopping)
    {
        using var deadline = new Deadline(options.RequestTimeout, time, stopping);
        var bytes = body.Written;
        var head = ResponseHead.Write(response.Status, response.ContentType, response.ContentEncoding, bytes.Length, keepAlive, time.GetUtcNow());
        await SendAllAsync(head, deadline.Token).ConfigureAwait(false);
        if (!isHead)
        {
            await SendAllAsync(bytes, deadline.Token).ConfigureAwait(false);
        }
    }

    private async Task SendAllAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        while (!bytes.IsEmpty)
        {
            bytes = bytes[await socket.SendAsync(bytes, cancellationToken).ConfigureAwait(false)..];
        }
    }

    /// <summary>
    /// Says that nothing more comes and reads, for a moment, what the client still sends: closing with unread bytes would reset the connection
    /// and could take the answer with it.
    /// </summary>
    private async Task CloseAsync(CancellationToken stopping)
    {
        socket.Shutdown(SocketShutdown.Send);
        using var deadline = new Deadline(s_linger, time, stopping);
        while (await socket.ReceiveAsync(_buffer.AsMemory(), deadline.Token).ConfigureAwait(false) > 0)
        {
        }
    }
}
