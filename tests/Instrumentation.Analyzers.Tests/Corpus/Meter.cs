using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Http;

namespace Shop.Api;

public enum PaymentMethod { Card, Invoice, Wallet }
public enum CacheResult { Hit, Miss, Stale }
public sealed record Order(Guid Id, string Number, string Currency, PaymentMethod Method, decimal Total, Customer Customer);
public sealed record Customer(long Id, string Email, string Country, string Segment);

public sealed class ShopMetrics
{
    public const string MeterName = "Shop.Api";
    private const string StatusTag = "status";

    private readonly Counter<long> _orders;
    private readonly Histogram<double> _duration;
    private readonly UpDownCounter<int> _carts;

    public ShopMetrics(IMeterFactory factory)
    {
        var meter = factory.Create(MeterName);
        _orders = meter.CreateCounter<long>("shop.orders", unit: "{order}", description: "Orders.");
        _duration = meter.CreateHistogram<double>("shop.request.duration", unit: "s");
        _carts = meter.CreateUpDownCounter<int>("shop.carts");
        meter.CreateObservableGauge("shop.queue.length", () => new Measurement<int>(3, new KeyValuePair<string, object?>("queue.name", "mail")));
    }

    public void Placed(Order order) => _orders.Add(1,
        new KeyValuePair<string, object?>("payment.method", order.Method),
        new KeyValuePair<string, object?>("currency", order.Currency),
        new KeyValuePair<string, object?>("customer.segment", order.Customer.Segment));

    public void PlacedBadly(Order order) => _orders.Add(1,
        new KeyValuePair<string, object?>("order.id", {|INST030:order.Id|}),
        new KeyValuePair<string, object?>("customer", {|INST030:order.Customer.Id|}),
        new KeyValuePair<string, object?>("country", order.Customer.Country));

    public void Mailed(Order order, bool sent) => _orders.Add(1, new("recipient", {|INST030:order.Customer.Email|}), new("sent", sent));

    public void Priced(Order order) => _orders.Add(1, new KeyValuePair<string, object?>("total", {|INST030:order.Total|}));

    public void Numbered(Order order) => _orders.Add(1, new KeyValuePair<string, object?>("order", {|INST030:$"{order.Currency}-{order.Number}"|}));

    public void Failed(Order order, Exception exception)
    {
        var tags = new TagList
        {
            { "error.type", exception.GetType().FullName },
            { "error", {|INST030:exception.Message|} },
            { StatusTag, "failed" },
        };
        _orders.Add(1, tags);
        Activity.Current?.SetTag("order.id", order.Id);
        Activity.Current?.AddTag("customer.email", order.Customer.Email);
    }

    public void Request(HttpContext context, TimeSpan elapsed, string routeTemplate)
    {
        _duration.Record(
            elapsed.TotalSeconds,
            new KeyValuePair<string, object?>("http.request.method", context.Request.Method),
            new KeyValuePair<string, object?>("http.response.status_code", context.Response.StatusCode),
            new KeyValuePair<string, object?>("http.route", routeTemplate));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("route", {|INST030:context.Request.Path.Value|}));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("agent", {|INST030:context.Request.Headers["User-Agent"]|}));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("client", {|INST030:context.Connection.RemoteIpAddress?.ToString()|}));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", context.Response.StatusCode < 400 ? "ok" : "failed"));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("request", {|INST030:context.TraceIdentifier|}));
        _duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("url.scheme", context.Request.Scheme), new("user.authenticated", context.User.Identity?.IsAuthenticated));
    }

    public void Cache(string cacheKey, CacheResult result, string cacheName)
    {
        _orders.Add(1, new KeyValuePair<string, object?>("cache.result", result.ToString().ToLowerInvariant()), new("cache.name", cacheName));
        _orders.Add(1, new KeyValuePair<string, object?>("cache.key", {|INST030:cacheKey|}));
    }

    public void Job(string queue, int partition, int attempt, DateTimeOffset scheduled, string correlationId)
    {
        _orders.Add(1, new("queue", queue), new("partition", partition), new("attempt", attempt));
        _orders.Add(1, new("scheduled", {|INST030:scheduled|}), new("correlation", {|INST030:correlationId|}));
        var result = attempt switch { 0 => "first", 1 => "second", _ => "later" };
        _orders.Add(1, new KeyValuePair<string, object?>("message", result));
    }

    public void Cart(string kind, string tenant, string hostName, string version)
    {
        _carts.Add(1, new("cart.kind", kind), new("tenant", tenant), new("host.name", hostName));
        _carts.Add(-1, new("service.version", version), new("machine", Environment.MachineName));
    }
}
