namespace Instrumentation.Metrics.Members;

/// <summary>
/// An object that has been added, with a reading of each of its members. Knows the object weakly only. What changes it is called under the gate of
/// <see cref="InstanceMetrics"/>.
/// </summary>
/// <remarks>It is kept for as long as the object lives: a counter's object that is added again goes on from what it had come to, which must not count twice.</remarks>
internal sealed class AddedInstance
{
    private readonly InstanceReading[] _readings;

    internal AddedInstance(object instance, InstanceMember[] members)
    {
        var weak = new WeakReference<object>(instance);
        _readings = Array.ConvertAll(members, member => new InstanceReading(weak, member));
    }

    /// <summary>How many registrations have not been disposed.</summary>
    internal int Registrations { get; set; }

    /// <summary>Counts a registration, and has the object read if it is not.</summary>
    internal void Begin()
    {
        Registrations++;
        Array.ForEach(_readings, static reading => reading.Member.Instrument.Begin(reading));
    }

    /// <summary>Reads all members.</summary>
    internal double?[] Read() => Array.ConvertAll(_readings, static reading => reading.Member.Instrument.Read(reading));

    /// <summary>Has the object read no more.</summary>
    /// <param name="last">What its members have just been read as.</param>
    internal void End(double?[] last)
    {
        for (var i = 0; i < _readings.Length; i++)
        {
            _readings[i].Member.Instrument.End(_readings[i], last[i]);
        }
    }
}
