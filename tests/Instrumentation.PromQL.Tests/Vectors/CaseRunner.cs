using System.Text.RegularExpressions;
using Instrumentation.PromQL.Evaluation;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.PromQL.Tests.Vectors;

/// <summary>Runs one eval command; an instant query also fixed by <c>@</c> at other times, and as a range query (promqltest/test.go).</summary>
public sealed partial class CaseRunner(ISampleSource source)
{
    private const long Minute = 60_000;

    // What promqltest gives its engine.
    private static readonly QueryOptions s_options = new() { DelayedNameRemoval = true, SubqueryStep = TimeSpan.FromMinutes(1), MaxSamples = 50_000 };

    /// <summary>Null if all is as expected.</summary>
    public string? Run(EvalCommand command)
    {
        var parsed = PromQLParser.Parse(command.Query);
        if (!parsed.Success)
        {
            return parsed.Errors[0].Describe(command.Query);
        }

        if (command.IsRange)
        {
            return Check(command, command.Query, query => query.EvaluateRange(source, command.Start, command.End, command.Step), out _);
        }

        if (RunInstant(command, command.Query, command.Start) is { } failure)
        {
            return failure;
        }

        var rewritten = AtModifierRewriter.Fix(parsed.Expression!, command.Start)?.ToString();
        foreach (var time in rewritten is null ? [] : OtherTimes(command.Start))
        {
            if (RunInstant(command, rewritten!, time) is { } other)
            {
                return $"as {rewritten} at {time} ms: {other}";
            }
        }

        return null;
    }

    private static long[] OtherTimes(long time) => time == 0 ? [-1000, 0, 1000] : [-10 * time, 0, time / 5, time, 10 * time];

    private string? RunInstant(EvalCommand command, string text, long time)
    {
        var failure = Check(command, text, query => query.EvaluateInstant(source, time), out var result);
        if (failure is not null || result is null
            || command.Expected.RangeVector is not null || command.Expected.Text is not null || ContextFunctions().IsMatch(text))
        {
            return failure;
        }

        var range = new Query(PromQLParser.ParseOrThrow(text), s_options).EvaluateRange(source, time - Minute, time + Minute, Minute);
        var vector = range.Matrix
            .SelectMany(static series => series.Points, static (series, point) => (series.Labels, point))
            .Where(pair => pair.point.Time == time)
            .Select(static pair => new VectorSample(pair.Labels, pair.point.Value) { Histogram = pair.point.Histogram })
            .ToList();
        var different = command.Expected.Ordered ? null : ResultComparer.CompareVector(command.Expected, vector, ordered: false);
        return different is null ? null : $"as range query: {different}";
    }

    private static string? Check(EvalCommand command, string text, Func<Query, QueryResult> evaluate, out QueryResult? result)
    {
        result = null;
        try
        {
            result = evaluate(new Query(PromQLParser.ParseOrThrow(text), s_options));
        }
        catch (QueryException exception)
        {
            return !command.Expected.Fails ? $"failed: {exception.Message}"
                : command.Expected.Failures.TrueForAll(pattern => pattern.Matches(exception.Message)) ? null
                : $"failed with \"{exception.Message}\" instead of \"{command.Expected.Failures[0]}\"";
        }

        if (command.Expected.Fails)
        {
            return "was expected to fail";
        }

        return AnnotationComparer.Compare(command.Expected, text, result.Annotations) ?? ResultComparer.Compare(command, result);
    }

    [GeneratedRegex(@"(start|end|range|step)\(\)")]
    private static partial Regex ContextFunctions();
}
