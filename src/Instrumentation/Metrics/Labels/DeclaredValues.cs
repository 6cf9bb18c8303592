namespace Instrumentation.Metrics.Labels;

internal static class DeclaredValues
{
    /// <summary>Two declared values of the same text would be two series with the same labels, which no scraper accepts.</summary>
    internal static void Validate(string label, string[] values)
    {
        if (values.Length == 0)
        {
            throw new ArgumentException($"Label '{label}' declares no value.", nameof(values));
        }

        var seen = new HashSet<string>(StringComparer.Ordinal) { Label.None, Label.Other };
        foreach (var value in values)
        {
            if (value is null)
            {
                throw new ArgumentException($"Label '{label}' declares null; null reads '{Label.None}' by itself.", nameof(values));
            }

            if (!seen.Add(value))
            {
                throw new ArgumentException(
                    value == Label.None || value == Label.Other
                        ? $"Label '{label}' declares '{value}', which stands for what is not declared."
                        : $"Label '{label}' declares the value '{value}' twice.",
                    nameof(values));
            }
        }
    }
}
