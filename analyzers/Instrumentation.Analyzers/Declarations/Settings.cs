using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Declarations;

/// <summary>What <c>.editorconfig</c> sets for the rules beside their severity.</summary>
internal static class Settings
{
    internal const string SeriesBudget = "instrumentation_series_budget";
    internal const string EnumMembers = "instrumentation_max_enum_members";
    internal const string Buckets = "instrumentation_max_buckets";

    /// <summary>A number above zero; the default when it is not set, or set to something else.</summary>
    internal static int Number(AnalyzerOptions options, Location? location, string key, int whenLeftOut)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var settings = location?.SourceTree is { } tree ? provider.GetOptions(tree) : provider.GlobalOptions;
        return (settings.TryGetValue(key, out var text) || provider.GlobalOptions.TryGetValue(key, out text))
            && int.TryParse(text.Replace("_", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                ? number
                : whenLeftOut;
    }
}
