using Instrumentation.PromQL.Evaluation;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Holds annotations against the expected ones; null means that they fit.</summary>
public static class AnnotationComparer
{
    public static string? Compare(Expectations expected, string query, IReadOnlyList<Annotation> annotations)
    {
        var warnings = Messages(annotations, AnnotationLevel.Warning, query);
        var infos = Messages(annotations, AnnotationLevel.Info, query);
        if ((expected.NoWarning && warnings.Count > 0) || (expected.NoInfo && infos.Count > 0))
        {
            return $"unexpected annotations: {string.Join("; ", warnings.Concat(infos))}";
        }

        if ((expected.Warns && warnings.Count == 0) || (expected.Informs && infos.Count == 0))
        {
            return "expected an annotation, got none";
        }

        return Compare(expected.Warnings, warnings) ?? Compare(expected.Infos, infos);
    }

    private static List<string> Messages(IReadOnlyList<Annotation> annotations, AnnotationLevel level, string query) =>
        [.. annotations.Where(annotation => annotation.Level == level).Select(annotation => annotation.Describe(query))];

    private static string? Compare(List<MessagePattern> patterns, List<string> messages)
    {
        var missing = patterns.Find(pattern => !messages.Exists(pattern.Matches));
        if (missing is not null)
        {
            return $"expected annotation \"{missing}\", got: {string.Join("; ", messages)}";
        }

        var unexpected = patterns.Count == 0 ? null : messages.Find(message => !patterns.Exists(pattern => pattern.Matches(message)));
        return unexpected is null ? null : $"unexpected annotation: {unexpected}";
    }
}
