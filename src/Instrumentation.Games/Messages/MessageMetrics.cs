using Instrumentation.Games.Derived;

namespace Instrumentation.Games.Messages;

/// <summary>What is measured of messages to players. <see cref="MessageDelivery"/> records all of it.</summary>
public static partial class MessageMetrics
{
    private static readonly SlidingRatio s_success = new(Windows.Short);

    [GameMetric(
        MetricKind.Gauge,
        "message_delivery_success_rate",
        Help = "Of the messages sent in the last 5 minutes, the share that was delivered; left out while there are none.")]
    internal static double SuccessRate => s_success.Read();

    internal static void Sent(string? type, DeliveryStatus status)
    {
        Counted(type, status);
        s_success.Count(status == DeliveryStatus.Delivered ? 1 : 0, 1);
    }

    [GameMetric(
        MetricKind.Histogram,
        "message_delivery_seconds",
        Help = "Times from sending a message to its delivery.",
        Buckets = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5])]
    internal static partial void Delivery(TimeSpan time);

    [GameMetric(MetricKind.Counter, "messages_sent_total", Help = "Messages to players, by what became of them.")]
    private static partial void Counted([MetricLabel(Limit = Limits.MessageTypes)] string? type, DeliveryStatus status);
}
