namespace Instrumentation.Games.Business;

/// <summary>What the shop does.</summary>
public static partial class BusinessMetrics
{
    /// <summary>Counts an order that went through.</summary>
    [GameMetric(MetricKind.Counter, "orders_processed_total", Help = "Orders that went through.")]
    public static partial void OrderProcessed();

    /// <summary>Adds what an order brought in; at least 0.</summary>
    [GameMetric(MetricKind.Counter, "order_revenue_total", Help = "What orders brought in, in the currency of the label.")]
    public static partial void Revenue([MetricLabel(Limit = Limits.Currencies)] string currency, double amount);

    /// <summary>Counts a payment that failed.</summary>
    [GameMetric(MetricKind.Counter, "payment_failures_total", Help = "Payments that failed.")]
    public static partial void PaymentFailed();

    /// <summary>Sets how many orders wait.</summary>
    [GameMetric(MetricKind.Gauge, "pending_orders", Help = "Orders that wait.")]
    public static partial void Pending(long orders);
}
