namespace Instrumentation.Analyzers;

/// <summary>Where the page of a rule is: the same name in <c>docs/rules/</c> of the repository.</summary>
internal static class RulePages
{
    private const string Root = "https://github.com/instrumentation-net/instrumentation/blob/main/docs/rules/";

    internal static string Of(string id) => $"{Root}{id}.md";
}
