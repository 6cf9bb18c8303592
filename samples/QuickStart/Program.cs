using Instrumentation;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddInstrumentation();
builder.Services.AddSingleton<Greeter>();

var app = builder.Build();
app.MapInstrumentation();
app.MapGet("/hello/{name}", (string name, Greeter greeter) => greeter.GreetAsync(name));
app.Run();

internal sealed partial class Greeter
{
    private int _guests;

    [MonitoredOperation]
    public async Task<string> GreetAsync(string name)
    {
        await Task.Delay(Random.Shared.Next(20));
        return $"Hello, {name}! You are guest {Interlocked.Increment(ref _guests)}.";
    }
}
