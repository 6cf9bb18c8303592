using Instrumentation.Metrics.Families;
using Instrumentation.Operations;

namespace Instrumentation.Metrics;

/// <content>What generated code registers: it runs in static initializers, where an exception would take the program down.</content>
public sealed partial class InstrumentRegistry
{
    /// <summary>
    /// Makes an instrument, or returns the one that was made from an equal definition before. Never throws for what the definition says: one that is invalid or clashes is
    /// noted and counted, and what is made of it measures but is not shown.
    /// </summary>
    internal T Create<T>(InstrumentDefinition definition, MetricKind kind, Func<InstrumentSetup, T> make)
        where T : Instrument
    {
        ArgumentNullException.ThrowIfNull(definition);
        string problem;
        try
        {
            var setup = Setup(definition, kind);
            var instrument = Register(setup, make);
            if (FindForeign(setup.Labels, instrument.Setup.Labels) is not { } label)
            {
                return instrument;
            }

            problem = $"The label '{label.Name}' of '{instrument.Name}' has numbered values of another metric already.";
        }
        catch (ArgumentException invalid)
        {
            problem = invalid.Message;
        }

        return Detach(definition, kind, make, problem);
    }

    /// <summary>Makes an instrument that measures and is not shown, and says why.</summary>
    internal T Detach<T>(InstrumentDefinition definition, MetricKind kind, Func<InstrumentSetup, T> make, string problem)
        where T : Instrument
    {
        Refuse(problem);
        var bounds = kind != MetricKind.Histogram ? null
            : definition.Buckets is { } buckets && HistogramBounds.FindProblem(definition.FullName, buckets) is null ? new HistogramBounds(buckets)
            : new HistogramBounds([.. DurationBuckets.Default]);
        var labels = definition.Labels is { } given && Array.TrueForAll(given, static label => label is not null) && SeriesSpace.TryCount(given, out _)
            ? given
            : [];
        var metric = new MetricDefinition(definition.FullName, kind, definition.Help ?? "", definition.Unit);
        return make(new InstrumentSetup(this, metric, labels, bounds) { IsDetached = true });
    }

    private static Label? FindForeign(Label[] labels, Label[] known)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            if (!labels[i].SharesValuesOf(known[i]))
            {
                return labels[i];
            }
        }

        return null;
    }

    private InstrumentSetup Setup(InstrumentDefinition definition, MetricKind kind)
    {
        var metric = new MetricDefinition(definition.FullName, kind, definition.Help, definition.Unit);
        HistogramBounds? bounds = null;
        if (kind == MetricKind.Histogram)
        {
            double[] upper = definition.Buckets ?? [.. DurationBuckets.Default];
            HistogramBounds.Validate(metric.Name, upper);
            bounds = new HistogramBounds(upper);
        }

        return new InstrumentSetup(this, metric, definition.Labels ?? [], bounds) { ExpireAfter = definition.ExpireAfter, Owner = definition.Owner };
    }
}
