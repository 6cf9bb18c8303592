using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Instrumentation.PromQL.Storage;

namespace Instrumentation.AspNetCore.Api.Requests;

/// <summary>The selectors in <c>match[]</c> of a request.</summary>
internal sealed class SeriesSelectors
{
    private readonly List<List<SeriesMatcher>> _selectors = [];

    /// <exception cref="ApiException">A selector is wrong.</exception>
    internal SeriesSelectors(ApiRequest request)
    {
        foreach (var text in request.All("match[]"))
        {
            _selectors.Add(Parse(text ?? ""));
        }
    }

    internal bool Any => _selectors.Count > 0;

    /// <summary>The matchers of each selector; those of none, which match everything, if there is no selector.</summary>
    internal IReadOnlyList<List<SeriesMatcher>> All => Any ? _selectors : [[]];

    /// <summary>Whether labels meet one of the selectors, or there is none.</summary>
    internal bool Match(IReadOnlyList<KeyValuePair<string, string>> labels) =>
        !Any || _selectors.Exists(matchers => matchers.TrueForAll(matcher => matcher.Matches(labels.FirstOrDefault(pair => pair.Key == matcher.Name).Value ?? "")));

    private static List<SeriesMatcher> Parse(string text)
    {
        var parsed = PromQLParser.ParseSelector(text);
        if (!parsed.Success)
        {
            throw ApiException.BadParameter("match[]", parsed.Errors[0].Describe(text));
        }

        try
        {
            var matchers = ((VectorSelector)parsed.Expression!).Matchers.Select(static matcher => new SeriesMatcher(matcher)).ToList();
            // A selector of everything is most likely a mistake, and Prometheus refuses it too.
            return matchers.Exists(static matcher => !matcher.Matches(""))
                ? matchers
                : throw ApiException.BadParameter("match[]", "match[] must contain at least one non-empty matcher");
        }
        catch (ArgumentException exception)
        {
            throw ApiException.BadParameter("match[]", exception.Message, exception);
        }
    }
}
