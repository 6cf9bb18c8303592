using Instrumentation.PromQL.Storage;

namespace Instrumentation.Alerting.Lifecycle;

/// <summary>An alert as its rule keeps it. Times in milliseconds since 1970; 0 for none. Guarded by the manager's gate.</summary>
internal sealed class ActiveAlert(Labels labels)
{
    internal Labels Labels { get; } = labels;

    /// <summary>The labels of the result, which templates see.</summary>
    internal Labels Result { get; set; } = Labels.Empty;

    internal AlertState State { get; set; } = AlertState.Pending;

    internal double Value { get; set; }

    internal long ActiveAt { get; set; }

    internal long FiredAt { get; set; }

    /// <summary>The number of the transition by which it began to fire.</summary>
    internal long FiredIn { get; set; }

    internal long ResolvedAt { get; set; }

    internal long KeepFiringSince { get; set; }

    /// <summary>It must not fire before, since it resolved not long ago.</summary>
    internal long CoolsUntil { get; set; }

    /// <summary>Taken up from the stored state, and not seen by an evaluation on full windows yet: until then nothing ends it.</summary>
    internal bool IsRestored { get; set; }

    /// <summary>The last evaluation that found its condition met.</summary>
    internal long SeenIn { get; set; }

    /// <summary>Expanded by the evaluation where nobody could do so later; null otherwise.</summary>
    internal Labels? Annotations { get; set; }

    internal AlertSeries? Series { get; set; }

    internal bool IsActive => State is AlertState.Pending or AlertState.Firing;

    internal void Shift(long by)
    {
        ActiveAt = Move(ActiveAt, by);
        FiredAt = Move(FiredAt, by);
        ResolvedAt = Move(ResolvedAt, by);
        KeepFiringSince = Move(KeepFiringSince, by);
        CoolsUntil = Move(CoolsUntil, by);
    }

    private static long Move(long time, long by) => time == 0 ? 0 : time + by;
}
