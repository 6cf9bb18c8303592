using Instrumentation.Alerting.Lifecycle;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.State;

/// <summary>Turns what is held in memory into what is stored, and back.</summary>
internal static class StoredForms
{
    internal static StoredTransition Store(AlertTransition transition) => new()
    {
        Sequence = transition.Sequence,
        From = transition.From.ToString(),
        To = transition.To.ToString(),
        Time = transition.Time,
        Alert = Store(transition.Alert),
    };

    internal static AlertTransition Load(StoredTransition stored) =>
        new(stored.Sequence, Enum.Parse<AlertState>(stored.From), Enum.Parse<AlertState>(stored.To), stored.Time, Load(stored.Alert));

    internal static StoredEvent Store(Alert alert) => new()
    {
        Name = alert.Name,
        Labels = Store(alert.Labels),
        Annotations = Store(alert.Annotations),
        State = alert.State.ToString(),
        Origin = alert.Origin.ToString(),
        Group = alert.Group,
        Expression = alert.Expression,
        Value = alert.Value,
        ActiveAt = alert.ActiveAt,
        FiredAt = alert.FiredAt,
        ResolvedAt = alert.ResolvedAt,
        KeepFiringSince = alert.KeepFiringSince,
        ValidUntil = alert.ValidUntil,
    };

    internal static Alert Load(StoredEvent stored)
    {
        var labels = LoadLabels(stored.Labels);
        return new Alert
        {
            Name = stored.Name,
            Labels = labels,
            Annotations = LoadLabels(stored.Annotations),
            State = Enum.Parse<AlertState>(stored.State),
            Origin = Enum.Parse<AlertOrigin>(stored.Origin),
            Severity = AlertSeverities.Of(labels),
            Group = stored.Group,
            Expression = stored.Expression,
            Value = stored.Value,
            ActiveAt = stored.ActiveAt,
            FiredAt = stored.FiredAt,
            ResolvedAt = stored.ResolvedAt,
            KeepFiringSince = stored.KeepFiringSince,
            ValidUntil = stored.ValidUntil,
        };
    }

    internal static Labels LoadLabels(Dictionary<string, string> stored) => Labels.From(stored.Select(static pair => new Label(pair.Key, pair.Value)));

    internal static Dictionary<string, string> Store(Labels labels)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ref readonly var label in labels.Span)
        {
            stored.Add(label.Name, label.Value);
        }

        return stored;
    }
}
