using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;

namespace GameServer.Hosting;

/// <summary>Where the server listens, which with port 0 nobody knows beforehand.</summary>
public sealed class ServerAddress(IServer server, IHostApplicationLifetime lifetime)
{
    /// <summary>
    /// The address, once the server takes connections; null when it was stopped before that, say because the port is taken.
    /// </summary>
    public async Task<Uri?> WhenListeningAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var onStarted = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        using var onStopping = stopping.Register(() => started.TrySetResult(false));
        return await started.Task
            ? new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First())
            : null;
    }
}
