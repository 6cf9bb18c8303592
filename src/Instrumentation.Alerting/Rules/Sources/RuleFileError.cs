namespace Instrumentation.Alerting.Rules.Sources;

/// <summary>One mistake in a rule file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Column">Counted from 1.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
public sealed record RuleFileError(string Path, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path}:{Line}:{Column}: {Message}";
}
