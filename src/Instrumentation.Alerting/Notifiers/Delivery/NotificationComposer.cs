using Instrumentation.Alerting.Lifecycle;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Notifiers.Delivery;

/// <summary>Puts a notification together from a group's alerts.</summary>
internal sealed class NotificationComposer(string receiver, string externalUrl, TimeProvider time)
{
    private readonly string _externalUrl = externalUrl.TrimEnd('/');

    internal AlertNotification Compose(string id, NotificationReason reason, AlertGroup group, IEnumerable<(Alert Alert, bool IsNews)> alerts)
    {
        NotifiedAlert[] notified =
        [
            .. alerts
                .Select(entry => new NotifiedAlert(entry.Alert, entry.IsNews, GeneratorUrl(entry.Alert)))
                .OrderByDescending(static alert => alert.IsFiring)
                .ThenBy(static alert => alert.Alert.Labels),
        ];
        return new AlertNotification
        {
            Id = id,
            Receiver = receiver,
            Status = notified.Any(static alert => alert.IsFiring) ? AlertState.Firing : AlertState.Resolved,
            Reason = reason,
            GroupKey = group.Key,
            GroupLabels = group.Labels,
            CommonLabels = Common(notified.Select(static alert => alert.Alert.Labels)),
            CommonAnnotations = Common(notified.Select(static alert => alert.Alert.Annotations)),
            Alerts = notified,
            ExternalUrl = _externalUrl,
            Time = time.GetUtcNow(),
        };
    }

    /// <summary>The values of the expression, which this process's API shows.</summary>
    private string GeneratorUrl(Alert alert) =>
        _externalUrl.Length == 0 || alert.Expression.Length == 0 ? "" : $"{_externalUrl}/api/v1/query?query={Uri.EscapeDataString(alert.Expression)}";

    private static Labels Common(IEnumerable<Labels> all)
    {
        Labels? common = null;
        foreach (var labels in all)
        {
            common = common is null ? labels : common.Where(name => Shared(common, labels, name));
        }

        return common ?? Labels.Empty;

        static bool Shared(Labels common, Labels labels, string name) => common.Get(name) == labels.Get(name);
    }
}
