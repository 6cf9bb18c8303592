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

    internal static void Sent(DeliveryStatus status) => s_success.Count(status == DeliveryStatus.Delivered ? 1 : 0, 1);
}
