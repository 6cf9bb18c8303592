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
        if (IsAddress(host))
        {
            return address;
        }

        var dot = host.IndexOf('.', StringComparison.Ordinal);
        host = dot < 0 ? host : host[..dot];
        return port is null ? host : $"{host}:{port}";
    }

    // .NET also takes 1 and 1.2 for addresses of IPv4, and a zone behind one of IPv6; Go takes neither.
    private static bool IsAddress(string host) => IPAddress.TryParse(host, out _)
        && (host.Contains(':', StringComparison.Ordinal) ? !host.Contains('%', StringComparison.Ordinal) : host.Count(static c => c == '.') == 3);

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
