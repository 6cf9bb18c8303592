using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Instrumentation.Events;

/// <summary>An event as the stream tells of it: plain names and values, to be written as JSON or logged. Immutable.</summary>
public sealed class RecordedEvent
{
    internal RecordedEvent(
        string name,
        DateTimeOffset time,
        IReadOnlyList<KeyValuePair<string, string>> labels,
        IReadOnlyList<KeyValuePair<string, string>> ids,
        IReadOnlyList<KeyValuePair<string, double>> values) => (Name, Time, Labels, Ids, Values) = (name, time, labels, ids, values);

    /// <summary>The event's name, as in <c>combat_hits</c>.</summary>
    public string Name { get; }

    /// <summary>When it was recorded (UTC).</summary>
    public DateTimeOffset Time { get; }

    /// <summary>The labels as the metrics have them: what is not declared, or past a limit, reads <c>other</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Labels { get; }

    /// <summary>The identifiers: of players, sessions, matches. One that is null is left out.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Ids { get; }

    /// <summary>What was recorded, by the names of the metrics without their prefix and in their units. What is null is left out.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Values { get; }

    /// <summary>The value of a label or identifier.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value; null when the event has none of that name.</returns>
    public string? Find(string name) => Find(Labels, name) ?? Find(Ids, name);

    /// <summary>Writes one object: <c>event</c>, <c>time</c>, and where there are such <c>labels</c>, <c>ids</c>, <c>values</c>.</summary>
    /// <param name="writer">Where to. Not flushed.</param>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteString("event", Name);
        writer.WriteString("time", Time.UtcDateTime);
        Write(writer, "labels", Labels, static (writer, label) => writer.WriteString(label.Key, label.Value));
        Write(writer, "ids", Ids, static (writer, id) => writer.WriteString(id.Key, id.Value));
        Write(writer, "values", Values, static (writer, value) => WriteNumber(writer, value.Key, value.Value));
        writer.WriteEndObject();
    }

    /// <summary>The event as JSON, on one line.</summary>
    /// <returns>What <see cref="WriteTo"/> writes.</returns>
    public string ToJson()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <inheritdoc cref="ToJson"/>
    public override string ToString() => ToJson();

    private static string? Find(IReadOnlyList<KeyValuePair<string, string>> pairs, string name)
    {
        foreach (var pair in pairs)
        {
            if (pair.Key == name)
            {
                return pair.Value;
            }
        }

        return null;
    }

    private static void Write<T>(
        Utf8JsonWriter writer, string section, IReadOnlyList<KeyValuePair<string, T>> pairs, Action<Utf8JsonWriter, KeyValuePair<string, T>> write)
    {
        if (pairs.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(section);
        foreach (var pair in pairs)
        {
            write(writer, pair);
        }

        writer.WriteEndObject();
    }

    /// <remarks>JSON has no infinities; they are written as Prometheus writes them.</remarks>
    private static void WriteNumber(Utf8JsonWriter writer, string name, double value)
    {
        if (double.IsFinite(value))
        {
            writer.WriteNumber(name, value);
        }
        else
        {
            writer.WriteString(name, value > 0 ? "+Inf" : "-Inf");
        }
    }
}
