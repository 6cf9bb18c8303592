using System.Text.RegularExpressions;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>A command of a script.</summary>
public abstract record Command(int Line);

/// <summary>Forgets all samples.</summary>
public sealed record ClearCommand(int Line) : Command(Line);

/// <summary>Adds samples.</summary>
public sealed record LoadCommand(int Line, long Step, bool WithNativeHistograms, IReadOnlyList<(SeriesLine Samples, SeriesLine? StartTimes)> Series) : Command(Line);

/// <summary>Evaluates a query and says what it has to give.</summary>
public sealed record EvalCommand(int Line, string Query, bool IsRange, long Start, long End, long Step, Expectations Expected) : Command(Line);

/// <summary>What a query has to give.</summary>
public sealed record Expectations
{
    public List<SeriesLine> Series { get; } = [];

    public double? Scalar { get; set; }

    public string? Text { get; set; }

    public bool Ordered { get; set; }

    public bool Fails { get; set; }

    public bool Warns { get; set; }

    public bool Informs { get; set; }

    public bool NoWarning { get; set; }

    public bool NoInfo { get; set; }

    public List<MessagePattern> Failures { get; } = [];

    public List<MessagePattern> Warnings { get; } = [];

    public List<MessagePattern> Infos { get; } = [];

    /// <summary>Start, end and step of the samples of a range vector.</summary>
    public (long Start, long End, long Step)? RangeVector { get; set; }
}

/// <summary>An expected message: exactly, by expression, or any.</summary>
public sealed record MessagePattern(string? Exact, Regex? Expression)
{
    public bool Matches(string message) => Exact is not null ? Exact == message : Expression?.IsMatch(message) ?? true;

    public override string ToString() => Exact ?? Expression?.ToString() ?? "anything";
}
