namespace Instrumentation.Hosting;

/// <summary>Reads the repeated <c>name[]</c> of a query.</summary>
internal static class ScrapeNames
{
    internal static IReadOnlyCollection<string> FromQuery(string query)
    {
        if (query.Length == 0)
        {
            return [];
        }

        var names = new List<string>();
        foreach (var pair in query.Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Decode(pair[..equals]) == "name[]")
            {
                names.Add(Decode(pair[(equals + 1)..]));
            }
        }

        return names;
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
