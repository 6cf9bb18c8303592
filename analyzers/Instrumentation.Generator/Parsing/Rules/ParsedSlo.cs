using Instrumentation.Generator.Model;
using Instrumentation.Generator.Model.Rules;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>What an <c>[Slo]</c> was found to be.</summary>
/// <param name="Names">The names of the objectives; of several operations when it stands on a type.</param>
/// <param name="Location">Where the attribute stands.</param>
/// <param name="Alerts">The alert rules.</param>
/// <param name="Recordings">The recording rules.</param>
/// <param name="Findings">What is wrong.</param>
internal sealed record ParsedSlo(
    IReadOnlyList<string> Names,
    SourceLocation? Location,
    IReadOnlyList<AlertRuleModel> Alerts,
    IReadOnlyList<RecordingRuleModel> Recordings,
    EquatableArray<Finding> Findings);
