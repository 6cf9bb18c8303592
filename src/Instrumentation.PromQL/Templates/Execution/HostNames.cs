using System.Net;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Shortens the addresses that the label <c>instance</c> has.</summary>
internal static class HostNames
{
    public static string StripPort(string address) => Split(address).Host ?? address;

    public static string StripDomain(string address)
    {
        var (host, port) = Split(address);
        host ??= address;
        if (IPAddress.TryParse(host, out _))
        {
            return address;
        }

        var dot = host.IndexOf('.', StringComparison.Ordinal);
        host = dot < 0 ? host : host[..dot];
        return port is null ? host : $"{host}:{port}";
    }

    // net.SplitHostPort: a host with colons of its own stands in brackets.
    private static (string? Host, string? Port) Split(string address)
    {
        var colon = address.LastIndexOf(':');
        if (colon < 0)
        {
            return (null, null);
        }

        var host = address[..colon];
        if (host.StartsWith('[') && host.EndsWith(']'))
        {
            return (host[1..^1], address[(colon + 1)..]);
        }

        return host.Contains(':', StringComparison.Ordinal) || host.Contains(']', StringComparison.Ordinal) ? (null, null) : (host, address[(colon + 1)..]);
    }
}
