namespace Instrumentation.Hosting.Server;

/// <summary>What the server needs of a request.</summary>
internal sealed class RequestHead
{
    internal required string Method { get; init; }

    internal required string Path { get; init; }

    /// <summary>The undecoded query, without the question mark.</summary>
    internal required string Query { get; init; }

    internal bool KeepAlive { get; set; }

    /// <summary>Whether a body follows, which this server never reads: the connection is closed after the answer.</summary>
    internal bool HasBody { get; set; }

    internal string? Accept { get; set; }

    internal string? AcceptEncoding { get; set; }

    internal bool IsHead => Method == "HEAD";
}
