using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Parsing;

/// <summary>Gathers the findings about one annotation while it is parsed.</summary>
internal sealed class FindingList
{
    private readonly List<Finding> _findings = [];

    /// <summary>Whether some finding leaves nothing to measure.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>Adds a finding beside which the operation is still measured.</summary>
    public void Note(string id, SourceLocation? location, params string[] arguments) =>
        _findings.Add(new(id, location, new EquatableArray<string>(arguments)));

    /// <summary>Adds a finding for which the operation is not measured.</summary>
    public void Refuse(string id, SourceLocation? location, params string[] arguments)
    {
        IsRefused = true;
        Note(id, location, arguments);
    }

    public EquatableArray<Finding> ToArray() => new(_findings);
}
