using Constructs.Harness;
using Instrumentation;

namespace Constructs.Framework;

/// <summary>What the gRPC compiler emits for a service: a base class whose virtual methods the framework calls by a bound delegate.</summary>
public abstract class LobbyBase
{
    public virtual Task<string> Join(string request, CancellationToken context) => throw new NotImplementedException();

    public virtual Task Watch(string request, Func<string, Task> responseStream, CancellationToken context) => throw new NotImplementedException();
}

public partial class LobbyService : LobbyBase
{
    [MonitoredOperation]
    public override Task<string> Join(string request, CancellationToken context) => Task.FromResult($"joined {request}");

    [MonitoredOperation]
    public override async Task Watch(string request, Func<string, Task> responseStream, CancellationToken context)
    {
        await responseStream("one");
        await responseStream(request);
    }
}

public static class GrpcShapeScenarios
{
    [Scenario("controller action, minimal-API handler, hub method, gRPC method, hosted service: called by the framework")]
    [Calls("LobbyService.Join", 1)]
    [Calls("LobbyService.Watch", 1)]
    public static async Task Bound_as_grpc_binds_it(Observer see)
    {
        var service = new LobbyService();
        // Grpc.AspNetCore binds by the override that it finds on the service's type.
        var join = typeof(LobbyService).GetMethod("Join", [typeof(string), typeof(CancellationToken)])!
            .CreateDelegate<LobbyBaseJoin>();
        see.That("unary", await join(service, "ann", CancellationToken.None));
        var received = new List<string>();
        await ((LobbyBase)service).Watch(
            "two",
            text =>
            {
                received.Add(text);
                return Task.CompletedTask;
            },
            CancellationToken.None);
        see.That("stream", received);
    }

    private delegate Task<string> LobbyBaseJoin(LobbyService service, string request, CancellationToken context);
}
