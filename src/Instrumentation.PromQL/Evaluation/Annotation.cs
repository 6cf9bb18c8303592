using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Something about a result that its reader should know.</summary>
/// <param name="Level">How much it matters.</param>
/// <param name="Message">What it is.</param>
/// <param name="Range">The part of the query that it is about.</param>
public sealed record Annotation(AnnotationLevel Level, string Message, SourceRange Range)
{
    /// <summary>The annotation as Prometheus' API words it, with its place: <c>PromQL warning: … (1:5)</c>.</summary>
    /// <param name="query">The query's text.</param>
    public string Describe(string query) =>
        $"{(Level == AnnotationLevel.Info ? "PromQL info" : "PromQL warning")}: {Message} ({Range.Describe(query)})";
}
