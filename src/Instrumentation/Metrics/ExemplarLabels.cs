namespace Instrumentation.Metrics;

/// <summary>
/// Identifiers of the one thing that is recorded, such as its player or session, for the exemplar that it may become. Trace and span come along by themselves and need not
/// be among them. Made without allocating.
/// </summary>
/// <remarks>
/// The labels of an exemplar may have 128 characters in all, names included, 63 of which a trace takes. In the order given, a label that does not fit is left out and counted
/// by <c>instrumentation_exemplar_labels_dropped_total</c>; so is one whose name no label can have, or that is there already. One without a value is left out.
/// </remarks>
public readonly struct ExemplarLabels
{
    private readonly string? _firstName;
    private readonly string? _secondName;
    private readonly string? _thirdName;
    private readonly ExemplarValue _first;
    private readonly ExemplarValue _second;
    private readonly ExemplarValue _third;

    /// <summary>One identifier.</summary>
    /// <param name="name">Its name, as in <c>player_id</c>.</param>
    /// <param name="value">Its value.</param>
    public ExemplarLabels(string name, ExemplarValue value)
    {
        _firstName = name;
        _first = value;
    }

    /// <summary>Two identifiers.</summary>
    /// <param name="firstName">The name of the first.</param>
    /// <param name="first">The value of the first.</param>
    /// <param name="secondName">The name of the second.</param>
    /// <param name="second">The value of the second.</param>
    public ExemplarLabels(string firstName, ExemplarValue first, string secondName, ExemplarValue second)
        : this(firstName, first)
    {
        _secondName = secondName;
        _second = second;
    }

    /// <summary>Three identifiers.</summary>
    /// <param name="firstName">The name of the first.</param>
    /// <param name="first">The value of the first.</param>
    /// <param name="secondName">The name of the second.</param>
    /// <param name="second">The value of the second.</param>
    /// <param name="thirdName">The name of the third.</param>
    /// <param name="third">The value of the third.</param>
    public ExemplarLabels(string firstName, ExemplarValue first, string secondName, ExemplarValue second, string thirdName, ExemplarValue third)
        : this(firstName, first, secondName, second)
    {
        _thirdName = thirdName;
        _third = third;
    }

    internal bool IsEmpty => _first.IsAbsent && _second.IsAbsent && _third.IsAbsent;

    /// <summary>The identifiers that fit into so many characters.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Fitting(int room, ref int dropped)
    {
        if (IsEmpty)
        {
            return [];
        }

        var labels = new List<KeyValuePair<string, string>>(3);
        Add(labels, _firstName, _first, ref room, ref dropped);
        Add(labels, _secondName, _second, ref room, ref dropped);
        Add(labels, _thirdName, _third, ref room, ref dropped);
        return labels;
    }

    private static void Add(List<KeyValuePair<string, string>> labels, string? name, ExemplarValue value, ref int room, ref int dropped)
    {
        var text = value.ToString();
        if (name is null || text.Length == 0)
        {
            return;
        }

        var characters = Characters(name) + Characters(text);
        if (characters > room || MetricNames.FindLabelProblem(name) is not null || name is "trace_id" or "span_id" || labels.Exists(label => label.Key == name))
        {
            dropped++;
            return;
        }

        room -= characters;
        labels.Add(KeyValuePair.Create(name, text));
    }

    /// <summary>Characters and not UTF-16 units: that is what OpenMetrics counts.</summary>
    private static int Characters(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}
