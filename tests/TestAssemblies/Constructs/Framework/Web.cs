using System.Net.Http.Json;
using Constructs.Harness;
using Instrumentation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Constructs.Framework;

public sealed record Order(string Item, int Amount);

[ApiController]
[Route("orders")]
public partial class OrdersController(IPricing pricing) : ControllerBase
{
    [HttpPost("{customer}")]
    [MonitoredOperation]
    public async Task<ActionResult<string>> Place([FromRoute] string customer, [FromBody] Order order, [FromQuery] int? discount = 3)
    {
        await Task.Yield();
        return order.Amount < 0 ? BadRequest("amount") : $"{customer} {order.Item} {pricing.Price(order.Amount) - discount}";
    }

    [HttpGet("fail")]
    [MonitoredOperation]
    public IActionResult Fail() => throw new InvalidOperationException("controller");
}

public interface IPricing
{
    int Price(int amount);
}

public partial class Pricing : IPricing
{
    [MonitoredOperation]
    public int Price(int amount) => amount * 10;
}

public static partial class Handlers
{
    [MonitoredOperation]
    public static string Hello(string name, [FromQuery] int times, HttpContext context) =>
        $"{string.Join(' ', Enumerable.Repeat(name, times))} {context.Request.Method}";

    [MonitoredOperation]
    public static async Task<IResult> Stock(string item, [FromServices] IPricing pricing, CancellationToken token)
    {
        await Task.Delay(1, token);
        return Results.Json(new { item, price = pricing.Price(1) });
    }
}

public static class WebScenarios
{
    private const string Item =
        "controller action, minimal-API handler, hub method, gRPC method, hosted service: called by the framework";

    [Scenario(Item, "attributes on parameters ([CallerMemberName], [FromBody])")]
    [Calls("OrdersController.Place", 3)]
    [Calls("OrdersController.Fail", 1, Failures = 1)]
    [Calls("Pricing.Price", 2)]
    public static async Task Controller_action(Observer see)
    {
        await using var app = await Start(services => services.AddControllers(options => options.SuppressAsyncSuffixInActionNames = false)
            .AddApplicationPart(typeof(OrdersController).Assembly), app => app.MapControllers());
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var (path, order) in new[] { ("ann", new Order("tea", 2)), ("bob?discount=5", new Order("x", 1)), ("c", new Order("x", -1)) })
        {
            using var response = await client.PostAsJsonAsync($"orders/{path}", order);
            see.That($"{(int)response.StatusCode}", await response.Content.ReadAsStringAsync());
        }

        using var failed = await client.GetAsync("orders/fail");
        see.That("failed", (int)failed.StatusCode);
    }

    [Scenario(Item)]
    [Calls("Handlers.Hello", 1)]
    [Calls("Handlers.Stock", 1)]
    [Calls("Pricing.Price", 1)]
    public static async Task Minimal_api_handler(Observer see)
    {
        await using var app = await Start(_ => { }, app =>
        {
            app.MapGet("/hello/{name}", Handlers.Hello);
            app.MapGet("/stock/{item}", Handlers.Stock);
        });
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        see.That("hello", await client.GetStringAsync("hello/you?times=2"));
        see.That("stock", await client.GetStringAsync("stock/tea"));
    }

    internal static async Task<WebApplication> Start(Action<IServiceCollection> add, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IPricing, Pricing>();
        add(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}
