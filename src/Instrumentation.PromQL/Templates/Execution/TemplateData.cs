using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>What a template is expanded with.</summary>
public sealed record TemplateData
{
    /// <summary><c>$labels</c>: the labels of the result, the metric's name among them.</summary>
    public Labels Labels { get; init; } = Labels.Empty;

    /// <summary><c>$value</c>: the value of the result.</summary>
    public double Value { get; init; }

    /// <summary><c>$externalLabels</c>: what tells this process from others.</summary>
    public Labels ExternalLabels { get; init; } = Labels.Empty;

    /// <summary><c>$externalURL</c>: where this process can be reached from outside.</summary>
    public string ExternalUrl { get; init; } = "";

    /// <summary>The time of the evaluation.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>Answers <c>query "…"</c> with the samples of an instant vector; null where templates cannot query.</summary>
    public Func<string, IReadOnlyList<VectorSample>>? Query { get; init; }
}
