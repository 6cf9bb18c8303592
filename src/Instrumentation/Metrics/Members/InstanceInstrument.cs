using Instrumentation.Metrics.Families;

namespace Instrumentation.Metrics.Members;

/// <summary>A metric that is the sum of a member over all live objects that were added. Nothing is shown of a gauge without objects.</summary>
internal sealed class InstanceInstrument : Instrument
{
    private readonly Lock _gate = new();
    private readonly List<InstanceReading> _readings = [];
    private bool _isStarted;
    private bool _hasFailed;

    /// <summary>Of a counter: what objects that are gone, or have begun anew, had come to; null when there is no such one.</summary>
    private double? _kept;
    private double? _value;

    private InstanceInstrument(InstrumentSetup setup)
        : base(setup)
    {
    }

    internal static InstanceInstrument Create(InstrumentDefinition definition, MetricKind kind, InstrumentRegistry registry)
    {
        if (kind == MetricKind.Histogram || definition.Labels is { Length: > 0 })
        {
            return registry.Detach(
                definition, kind, static setup => new InstanceInstrument(setup), $"'{definition.FullName}' is read at a scrape, so it can neither be a histogram nor have labels.");
        }

        var instrument = registry.Create(definition, kind, static setup => new InstanceInstrument(setup));
        if (!instrument.Setup.IsDetached && !Interlocked.Exchange(ref instrument._isStarted, true))
        {
            registry.AddCollector(instrument.Name, instrument.Refresh);
        }

        return instrument;
    }

    /// <summary>Has an object read, unless it is.</summary>
    internal void Begin(InstanceReading reading)
    {
        lock (_gate)
        {
            if (!reading.IsLive)
            {
                reading.IsLive = true;
                _readings.Add(reading);
                if (Kind == MetricKind.Counter && reading.Last is { } last)
                {
                    // It was added before, and what it had come to was kept.
                    _kept -= last;
                }
            }
        }
    }

    /// <summary>Has an object read no more.</summary>
    internal void End(InstanceReading reading, double? value)
    {
        lock (_gate)
        {
            if (reading.IsLive)
            {
                Note(reading, value);
                Drop(reading);
                _readings.Remove(reading);
            }
        }
    }

    private protected override void Collect(SnapshotBuilder builder)
    {
        if (_value is { } value)
        {
            builder.Add(Space.Table, 0, value);
        }
    }

    /// <summary>Reads all objects.</summary>
    private void Refresh()
    {
        InstanceReading[] readings;
        lock (_gate)
        {
            readings = [.. _readings];
        }

        var values = Array.ConvertAll(readings, Read);
        lock (_gate)
        {
            for (var i = 0; i < readings.Length; i++)
            {
                if (readings[i].IsLive)
                {
                    Note(readings[i], values[i]);
                }
            }

            _readings.RemoveAll(reading =>
            {
                var isCollected = reading.IsCollected;
                if (isCollected)
                {
                    Drop(reading);
                }

                return isCollected;
            });
            _value = _kept;
            foreach (var reading in _readings)
            {
                _value = reading.Last is { } last ? (_value ?? 0) + last : _value;
            }
        }
    }

    /// <summary>Reads a member. The members are application code, so no lock is held while they run.</summary>
    internal double? Read(InstanceReading reading)
    {
        try
        {
            // NaN is how a reader says that there is no value now, as of a nullable member that is null; added up, it would hide all other objects.
            return reading.Read() is { } value && !double.IsNaN(value) ? value : null;
        }
        catch (Exception exception)
        {
            Registry.Self.CollectorFailed(Name);
            if (!Interlocked.Exchange(ref _hasFailed, true))
            {
                Registry.Notices.Add($"Reading '{Name}' from an object of {reading.Member.Type} failed; further failures are only counted. {exception}");
            }

            return null;
        }
    }

    /// <remarks>A counter's object that could not be read counts with its last reading; a gauge's is left out. One that reads less than before has begun anew.</remarks>
    private void Note(InstanceReading reading, double? value)
    {
        if (Kind != MetricKind.Counter)
        {
            reading.Last = value;
        }
        else if (value is { } total && double.IsFinite(total) && total >= 0)
        {
            _kept = reading.Last is { } last && total < last ? (_kept ?? 0) + last : _kept;
            reading.Last = total;
        }
    }

    private void Drop(InstanceReading reading)
    {
        reading.IsLive = false;
        if (Kind == MetricKind.Counter && reading.Last is { } last)
        {
            _kept = (_kept ?? 0) + last;
        }
    }
}
