using System.Collections;
using System.Globalization;

namespace Constructs.Harness;

/// <summary>
/// Collects what a scenario sees, as text. The same scenario is run with and without instrumentation, and the two lists must be equal.
/// </summary>
public sealed class Observer
{
    private readonly List<string> _observations = [];

    public IReadOnlyList<string> Observations => _observations;

    public void That(string what, object? value)
    {
        lock (_observations)
        {
            _observations.Add($"{what}: {Text(value)}");
        }
    }

    /// <summary>Something that must hold in both runs even where its exact value may differ, such as a bound.</summary>
    public void Holds(string what, bool condition)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"It does not hold that {what}.");
        }

        That(what, true);
    }

    public void Throws(string what, Action act)
    {
        try
        {
            act();
            That(what, "no exception");
        }
        catch (Exception exception)
        {
            That(what, exception);
        }
    }

    public async Task ThrowsAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
            That(what, "no exception");
        }
        catch (Exception exception)
        {
            That(what, exception);
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        Exception exception => ExceptionText.Of(exception),
        Type type => type.ToString(),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Text))}]",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "null",
    };
}
