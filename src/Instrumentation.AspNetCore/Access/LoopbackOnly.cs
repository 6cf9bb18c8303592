using System.Net;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Access;

/// <summary>
/// Whether a request comes from this very machine. Whatever came through a proxy does not, however near the proxy is; neither does a page in a browser
/// whose name was made to resolve to 127.0.0.1.
/// </summary>
internal static class LoopbackOnly
{
    // What proxies say about whom they speak for. X-Original-For is what ForwardedHeadersMiddleware leaves behind once it has used X-Forwarded-For.
    private static readonly string[] s_proxyHeaders =
    [
        "Forwarded", "Via", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Server", "X-Forwarded-Prefix",
        "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Original-Prefix", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "True-Client-IP",
        "CF-Connecting-IP", "Fastly-Client-IP", "X-Envoy-External-Address", "X-ARR-ClientCert", "X-Azure-ClientIP", "X-Appengine-User-Ip",
    ];

    internal static bool Allows(HttpContext context) => IsLocal(context) && IsLocalName(context.Request.Host.Host) && !IsForwarded(context.Request);

    private static bool IsLocal(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } address)
        {
            return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
        }

        // Without an address it is either a server in memory, as tests use, or a socket of a kind that stands behind a proxy.
        return context.Features.Get<IConnectionTransportFeature>() is null && context.Features.Get<IConnectionEndPointFeature>() is null;
    }

    private static bool IsLocalName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsForwarded(HttpRequest request)
    {
        foreach (var header in s_proxyHeaders)
        {
            if (request.Headers.ContainsKey(header))
            {
                return true;
            }
        }

        return false;
    }
}
