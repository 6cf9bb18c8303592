using Instrumentation.PromQL.Parsing;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>The annotations of one evaluation, each message once (util/annotations/annotations.go).</summary>
internal sealed class AnnotationSet
{
    // A query over many series could otherwise collect a message for each.
    private const int Most = 1000;
    private readonly Dictionary<(AnnotationLevel, string), Annotation> _byMessage = [];
    private readonly Dictionary<string, int> _occurrences = [];
    private readonly Dictionary<(AnnotationLevel, string), MonotonicityNote> _monotonicity = [];

    public int Count => _byMessage.Count + _monotonicity.Count;

    public void Info(string message, SourceRange range) => Add(AnnotationLevel.Info, message, range);

    /// <summary>Warns with the number of times it happened.</summary>
    public void WarnCounted(string message, SourceRange range)
    {
        _occurrences[message] = _occurrences.GetValueOrDefault(message) + 1;
        Warn(message, range);
    }

    public void Warn(string message, SourceRange range) => Add(AnnotationLevel.Warning, message, range);

    /// <summary>Notes that buckets were not monotonic; what several steps say is drawn together.</summary>
    public void ForcedMonotonicity(MonotonicityNote note)
    {
        var key = (AnnotationLevel.Info, note.Message);
        if (_monotonicity.TryGetValue(key, out var earlier))
        {
            _monotonicity[key] = note.Merge(earlier);
        }
        else if (Count < Most)
        {
            _monotonicity.Add(key, note);
        }
    }

    public void Clear()
    {
        _byMessage.Clear();
        _occurrences.Clear();
        _monotonicity.Clear();
    }

    public IReadOnlyList<Annotation> ToList() =>
        Count == 0 ? [] : [.. _byMessage.Values.Select(Counted), .. _monotonicity.Values.Select(static note => note.ToAnnotation())];

    private Annotation Counted(Annotation annotation) => _occurrences.GetValueOrDefault(annotation.Message) is > 1 and var times
        ? annotation with { Message = $"{annotation.Message} ({times} occurrences)" }
        : annotation;

    private void Add(AnnotationLevel level, string message, SourceRange range)
    {
        if (Count < Most)
        {
            _byMessage[(level, message)] = new Annotation(level, message, range);
        }
    }
}
