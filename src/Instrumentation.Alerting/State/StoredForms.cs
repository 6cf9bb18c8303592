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

    /// <exception cref="ArgumentException">Nothing can be made of it.</exception>
    /// <exception cref="InvalidDataException">Nothing can be made of it.</exception>
    internal static AlertTransition Load(StoredTransition? stored) => stored is null ? throw Nothing() :
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
        FiredIn = alert.FiredIn,
        Value = alert.Value,
        ActiveAt = alert.ActiveAt,
        FiredAt = alert.FiredAt,
        ResolvedAt = alert.ResolvedAt,
        KeepFiringSince = alert.KeepFiringSince,
        ValidUntil = alert.ValidUntil,
    };

    /// <inheritdoc cref="Load(StoredTransition)"/>
    internal static Alert Load(StoredEvent? stored)
    {
        if (stored is null)
        {
            throw Nothing();
        }

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
            FiredIn = stored.FiredIn,
            Value = stored.Value,
            ActiveAt = stored.ActiveAt,
            FiredAt = stored.FiredAt,
            ResolvedAt = stored.ResolvedAt,
            KeepFiringSince = stored.KeepFiringSince,
            ValidUntil = stored.ValidUntil,
        };
    }

    /// <inheritdoc cref="Load(StoredTransition)"/>
    internal static void Check(StoredAlert? stored)
    {
        Load(stored?.Shown);
        LoadLabels(stored!.Result);
        foreach (var time in (long[])[stored.ActiveAt, stored.FiredAt, stored.ResolvedAt, stored.KeepFiringSince, stored.CoolsUntil])
        {
            // Throws where that is no time.
            DateTimeOffset.FromUnixTimeMilliseconds(time);
        }
    }

    internal static Labels LoadLabels(Dictionary<string, string> stored) => Labels.From(stored.Select(static pair => new Label(pair.Key, pair.Value ?? throw Nothing())));

    internal static Dictionary<string, string> Store(Labels labels)
    {
        var stored = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ref readonly var label in labels.Span)
        {
            stored.Add(label.Name, label.Value);
        }

        return stored;
    }

    private static InvalidDataException Nothing() => new("It holds null where there should be something.");
}
