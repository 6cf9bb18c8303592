namespace Instrumentation.PromQL.Parsing;

/// <summary>
/// Follows a pattern as it is read, to know without matching whether it takes the empty string, and to refuse repeats of repeats that
/// would grow beyond measure (checkLimits in Go's regexp/syntax/parse.go).
/// </summary>
internal sealed class RegexShape
{
    private const int MostRepeats = 1000;
    private readonly Stack<Group> _outer = new();
    private Group _group = Group.Empty;
    private bool _isRepeated;

    /// <summary>Whether the pattern read so far takes the empty string.</summary>
    public bool TakesEmpty => _group.TakesEmpty;

    /// <summary>Whether a group is open.</summary>
    public bool HasOpenGroup => _outer.Count > 0;

    /// <summary>A character, a class or an assertion.</summary>
    /// <param name="takesEmpty">Whether it holds on the empty string.</param>
    public void Atom(bool takesEmpty) => Append(takesEmpty, 1);

    /// <summary>A parenthesis opens.</summary>
    public void Open()
    {
        _outer.Push(_group);
        _group = Group.Empty;
        _isRepeated = false;
    }

    /// <summary>A parenthesis closes.</summary>
    public void Close()
    {
        var closed = _group;
        _group = _outer.Pop();
        Append(closed.TakesEmpty, Math.Max(closed.Heaviest, closed.LastWeight));
    }

    /// <summary>A parenthesis with flags closes: it was no group, and the flags are no atom.</summary>
    public void Forget() => _group = _outer.Pop();

    /// <summary>A vertical bar.</summary>
    public void Alternate()
    {
        _group = _group with
        {
            AnyBranch = _group.TakesEmpty,
            Before = true,
            Last = true,
            Heaviest = Math.Max(_group.Heaviest, _group.LastWeight),
            LastWeight = 1,
        };
        _isRepeated = false;
    }

    /// <summary>A repeat, or the question mark after one that makes it lazy.</summary>
    /// <param name="least">How often the last atom comes at least.</param>
    /// <param name="counted">How often it has to be copied; 1 for a star and its kin.</param>
    /// <exception cref="FormatException">It is repeated too often.</exception>
    public void Repeat(int least, int counted)
    {
        var isLazyMark = _isRepeated && least == 0 && counted == 1;
        _isRepeated = !isLazyMark;
        if (isLazyMark)
        {
            return;
        }

        var weight = _group.LastWeight * Math.Max(1, counted);
        if (weight > MostRepeats)
        {
            throw new FormatException($"invalid repeat count: with those inside of it more than {MostRepeats}");
        }

        _group = _group with { Last = least == 0 || _group.Last, LastWeight = weight };
    }

    private void Append(bool takesEmpty, int weight)
    {
        _group = _group with
        {
            Before = _group.Before && _group.Last,
            Last = takesEmpty,
            Heaviest = Math.Max(_group.Heaviest, _group.LastWeight),
            LastWeight = weight,
        };
        _isRepeated = false;
    }

    /// <summary>What is known of an open group: of branches that are complete, of the one being read, and of its last atom.</summary>
    private readonly record struct Group(bool AnyBranch, bool Before, bool Last, int Heaviest, int LastWeight)
    {
        public static Group Empty => new(false, true, true, 1, 1);

        public bool TakesEmpty => AnyBranch || (Before && Last);
    }
}
