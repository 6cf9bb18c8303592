using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Catalog;
using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics;

/// <summary>A metric that is written by calling it. Made by an <see cref="InstrumentRegistry"/>; safe to use from any thread.</summary>
public abstract class Instrument : ISeriesSource
{
    /// <summary>See <see cref="IsDynamic"/>.</summary>
    private protected const int LooksUp = 1;

    /// <summary>The next record may become an exemplar.</summary>
    private protected const int WantsExemplars = 2;

    private readonly int _seriesCount;

    /// <summary>What a record is to do beyond recording, as bits; mostly nothing. In one field, so that the path of a record has one test.</summary>
    private protected int Attention;

    private protected Instrument(InstrumentSetup setup)
    {
        Setup = setup;
        Space = new SeriesSpace(setup.Definition.Name, setup.Labels);
        _seriesCount = Space.Count;
        Attention = Array.Exists(setup.Labels, static label => label.IsDynamic) ? LooksUp : 0;
        foreach (var label in setup.Labels)
        {
            label.Attach(setup.Registry, setup.Definition.Name);
        }
    }

    /// <summary>The metric's name, as in <c>combat_kills_total</c>.</summary>
    public string Name => Definition.Name;

    /// <summary>A sentence for whoever reads the metric.</summary>
    public string Help => Definition.Help;

    /// <summary>The unit, in which the name ends; null when there is none.</summary>
    public string? Unit => Definition.Unit;

    /// <summary>What the values mean.</summary>
    public MetricKind Kind => Definition.Kind;

    /// <summary>The labels, in the order in which their values are given.</summary>
    public IReadOnlyList<Label> Labels => Setup.Labels;

    /// <summary>
    /// The greatest number of series. Series are numbered <c>((i₀·n₁ + i₁)·n₂ + i₂)…</c>, where iₖ is what label k's <see cref="Label{T}.IndexOf"/> says and nₖ its
    /// <see cref="Label.Count"/>.
    /// </summary>
    public int SeriesCount => _seriesCount;

    internal InstrumentSetup Setup { get; }

    internal InstrumentRegistry Registry => Setup.Registry;

    internal MetricDefinition Definition => Setup.Definition;

    private protected SeriesSpace Space { get; }

    /// <summary>Whether label values are looked up as they come along, under a <see cref="Cells.LookupGuard"/> that ends when the series has been recorded.</summary>
    private protected bool IsDynamic => (Attention & LooksUp) != 0;

    /// <summary>Whether series that are idle are removed. Those of declared values are all there is to say, so they stay.</summary>
    private protected bool Expires => Setup.ExpireAfter is not null && IsDynamic;

    SourceShape ISeriesSource.Shape => SourceShape.Of(Setup.Labels);

    void ISeriesSource.Collect(SnapshotBuilder builder)
    {
        Space.ShowDeclared();
        Collect(builder);
    }

    /// <summary>Takes out what was removed. Called before the cells are summed.</summary>
    internal virtual void ApplyRemovals()
    {
    }

    /// <summary>Takes out what has been idle. Called before series are collected.</summary>
    internal virtual void Expire(SnapshotBuilder builder, DateTimeOffset now)
    {
    }

    /// <summary>Removes the series that have a label value; returns how many there were. Not called while a snapshot is taken.</summary>
    internal int RemoveWith(string label, string value)
    {
        var removed = 0;
        var place = Array.FindIndex(Setup.Labels, other => other.Name == label);
        foreach (var series in place < 0 ? [] : Space.SeriesWith(place, value))
        {
            removed += TryRemove(series, Space.Table.Has(series)) ? 1 : 0;
        }

        return removed;
    }

    /// <summary>Removes a series if there is one: if it was shown and not removed since, or has been recorded.</summary>
    private protected virtual bool TryRemove(int series, bool isShown) => false;

    private protected abstract void Collect(SnapshotBuilder builder);

    /// <summary>The number of a series, if there is such a one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected int Checked(int series) => (uint)series < (uint)_seriesCount ? series : OutOfRange(series);

    /// <remarks>Apart from the check, so that the check is inlined. What is detached has only one series when its labels have too many combinations.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private int OutOfRange(int series) => Setup.IsDetached
        ? 0
        : throw new ArgumentOutOfRangeException(nameof(series), series, $"'{Name}' has the series 0 to {_seriesCount - 1}.");
}
