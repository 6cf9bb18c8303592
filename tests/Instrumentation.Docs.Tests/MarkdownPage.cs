using System.Text.RegularExpressions;

namespace Instrumentation.Docs.Tests;

/// <summary>A page of the documentation: its C# blocks, and what a hidden comment adds so that they compile.</summary>
/// <remarks>
/// A fence marked <c>csharp</c> is compiled. A fence marked <c>c#</c> is an excerpt, such as generated code with parts left out, and is not.
/// <c>&lt;!-- compiled with: … --&gt;</c> holds declarations that all blocks of the page may use.
/// </remarks>
internal sealed partial record MarkdownPage(string Path, string Declarations, IReadOnlyList<(int Line, string Code)> Blocks)
{
    internal static MarkdownPage Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        return new MarkdownPage(
            path,
            string.Join("\n", Hidden().Matches(text).Select(static m => m.Groups["code"].Value)),
            [.. Fence().Matches(text).Select(m => (text.AsSpan(0, m.Index).Count('\n') + 2, m.Groups["code"].Value))]);
    }

    [GeneratedRegex(@"^ *```csharp\n(?<code>.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"<!-- compiled with:\n(?<code>.*?)-->", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
