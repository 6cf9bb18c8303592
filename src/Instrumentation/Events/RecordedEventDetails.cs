using System.Globalization;

namespace Instrumentation.Events;

/// <summary>Gathers what an event is about. Generated code fills it in when somebody listens.</summary>
public sealed class RecordedEventDetails
{
    private readonly List<KeyValuePair<string, string>> _ids = [];
    private readonly List<KeyValuePair<string, double>> _values = [];

    internal RecordedEventDetails()
    {
    }

    internal IReadOnlyList<KeyValuePair<string, string>> Ids => _ids;

    internal IReadOnlyList<KeyValuePair<string, double>> Values => _values;

    /// <summary>Adds an identifier, as text that reads the same in every culture, dates and times by ISO 8601, a bool as a label reads it. Null is left out.</summary>
    /// <typeparam name="T">The identifier's type.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="id">The identifier.</param>
    public void AddId<T>(string name, T id)
    {
        var text = id switch
        {
            null => null,
            string given => given,
            bool flag => flag ? "true" : "false",
            DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)id).ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => id.ToString(),
        };
        if (text is not null)
        {
            _ids.Add(new(name, text));
        }
    }

    /// <summary>Adds what a metric recorded. NaN stands for nothing, and is left out.</summary>
    /// <param name="name">The metric's name without its prefix.</param>
    /// <param name="value">The value in the metric's unit.</param>
    public void AddValue(string name, double value)
    {
        if (!double.IsNaN(value))
        {
            _values.Add(new(name, value));
        }
    }
}
