using System.Runtime.CompilerServices;
using Instrumentation.Monitoring;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore;

/// <summary>Counts the addresses that the server is bound to as transports.</summary>
internal static class ServerAddresses
{
    private static readonly ConditionalWeakTable<IServer, object> s_counted = [];

    /// <summary>Counts each server once, however often the endpoints are mapped. The addresses are there once the server has started.</summary>
    internal static void Count(IServiceProvider services, PerformanceSources sources)
    {
        if (services.GetService<IServer>() is { } server && s_counted.TryAdd(server, sources))
        {
            sources.AddTransports(() => server.Features.Get<IServerAddressesFeature>()?.Addresses.Count ?? 0);
        }
    }
}
