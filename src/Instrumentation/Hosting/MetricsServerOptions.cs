namespace Instrumentation.Hosting;

/// <summary>The stand-alone metrics port: a small HTTP/1.1 server that answers the metrics and the health path and nothing else.</summary>
public sealed class MetricsServerOptions
{
    /// <summary>
    /// The TCP port, from 0 to 65535; 0 takes any free port, which is logged. Default <see langword="null"/>: no server. The environment
    /// variable <c>PROMETHEUS_PORT</c> sets it as well and wins over the section's key.
    /// </summary>
    public int? Port { get; set; }

    /// <summary>
    /// Where to listen: <c>loopback</c> (the default; reachable from this machine only), <c>any</c> (every address, IPv4 and IPv6; what a
    /// container needs), or one IP address.
    /// </summary>
    public string Address { get; set; } = "loopback";

    /// <summary>Most connections at once, from 1 to 10,000; one more is answered 503 and closed. Default 64.</summary>
    public int MaxConnections { get; set; } = 64;

    /// <summary>
    /// Longest time a client may take to send a request or to read its answer, from 100 milliseconds to 10 minutes. Default 10 seconds.
    /// </summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a connection is kept open for the next request, from 1 second to one hour. Default 2 minutes.</summary>
    public TimeSpan KeepAliveTimeout { get; set; } = TimeSpan.FromMinutes(2);
}
