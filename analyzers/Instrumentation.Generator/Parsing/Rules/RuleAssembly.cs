using Instrumentation.Generator.Model.Rules;
using Instrumentation.PromQL.Conditions;
using Instrumentation.PromQL.Parsing;
using Instrumentation.PromQL.Parsing.Syntax;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>What rules have to know of their assembly.</summary>
/// <param name="Prefix">The prefix of its metrics.</param>
/// <param name="Service">The value of the label <c>service</c> of its operations.</param>
/// <param name="IsPrefixOpen">Whether the program may choose another prefix.</param>
internal sealed record RuleAssembly(string? Prefix, string? Service, bool IsPrefixOpen)
{
    public static RuleAssembly Of(IAssemblySymbol assembly)
    {
        var defaults = DefaultsParser.Parse(assembly).Defaults;
        return new(string.IsNullOrEmpty(defaults.Prefix) ? null : defaults.Prefix, defaults.Service, defaults.AllowsPrefixOverride);
    }

    public string WithPrefix(string name) => Prefix is null ? name : $"{Prefix}_{name}";

    /// <summary>Canonical PromQL with a mark for the prefix wherever the program may choose it.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isOwn">Whether all metrics in it are of this assembly, as in a shorthand.</param>
    public string Print(Expression expression, bool isOwn)
    {
        var text = expression.ToString();
        if (!IsPrefixOpen)
        {
            return text;
        }

        // Printed first and read again, so that the places of the names are those of the text that is marked.
        var start = Prefix is null ? "" : Prefix + "_";
        var places = ExpressionWalk.All(PromQLParser.ParseOrThrow(text))
            .OfType<VectorSelector>()
            .Where(selector => selector.Name is { } name && name.StartsWith(start, StringComparison.Ordinal) && (isOwn || start.Length > 0))
            .Select(selector => selector.Range.Start)
            .OrderByDescending(place => place);
        foreach (var place in places)
        {
            text = text.Remove(place, start.Length).Insert(place, RulePrefix.Mark.ToString());
        }

        return text;
    }

    /// <summary>The names of the series that expressions read, marked likewise.</summary>
    public IEnumerable<string> Series(bool isOwn, params Expression?[] expressions)
    {
        var start = Prefix is null ? "" : Prefix + "_";
        return expressions.OfType<Expression>()
            .SelectMany(ExpressionWalk.SeriesNames)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal)
            .Select(name => IsPrefixOpen && name.StartsWith(start, StringComparison.Ordinal) && (isOwn || start.Length > 0)
                ? RulePrefix.Mark + name.Substring(start.Length)
                : name);
    }
}
