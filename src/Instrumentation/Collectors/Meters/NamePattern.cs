namespace Instrumentation.Collectors.Meters;

/// <summary>The names of meters that are collected: a list in which <c>*</c> stands for any text and <c>!</c> before a name excludes. Case does not matter.</summary>
internal sealed class NamePattern
{
    private readonly string[] _included;
    private readonly string[] _excluded;

    internal NamePattern(IEnumerable<string> names)
    {
        var all = names.Select(static name => name.Trim()).SelectMany(static name =>
            string.Equals(name, MeterOptions.Default, StringComparison.OrdinalIgnoreCase) ? MeterOptions.DefaultNames : [name]).ToList();
        _included = [.. all.Where(static name => !name.StartsWith('!'))];
        _excluded = [.. all.Where(static name => name.StartsWith('!')).Select(static name => name[1..])];
    }

    internal bool Matches(string meter) =>
        Array.Exists(_included, pattern => Matches(pattern, meter)) && !Array.Exists(_excluded, pattern => Matches(pattern, meter));

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        var star = pattern.IndexOf('*');
        if (star < 0)
        {
            return pattern.Equals(name, StringComparison.OrdinalIgnoreCase);
        }

        if (!name.StartsWith(pattern[..star], StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        for (var skipped = star; skipped <= name.Length; skipped++)
        {
            if (Matches(pattern[(star + 1)..], name[skipped..]))
            {
                return true;
            }
        }

        return false;
    }
}
