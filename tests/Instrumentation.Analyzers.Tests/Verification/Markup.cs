using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Instrumentation.Analyzers.Tests.Verification;

/// <summary>Test source in which <c>[|…|]</c> marks where the one expected diagnostic stands and <c>{|INST001:…|}</c> where a named one does.</summary>
internal sealed record Markup(string Source, IReadOnlyList<(string? Id, TextSpan Span)> Expected)
{
    internal static Markup Parse(string marked)
    {
        var source = new StringBuilder();
        var open = new Stack<(string? Id, int Start)>();
        var expected = new List<(string? Id, TextSpan Span)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (At("[|"))
            {
                open.Push((null, source.Length));
                i++;
            }
            else if (At("{|"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], source.Length));
                i = colon;
            }
            else if (At("|]") || At("|}"))
            {
                var (id, start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, source.Length)));
                i++;
            }
            else
            {
                source.Append(marked[i]);
            }

            bool At(string token) => string.CompareOrdinal(marked, i, token, 0, 2) == 0;
        }

        return open.Count == 0
            ? new Markup(source.ToString(), expected)
            : throw new FormatException($"Markup is left open at {open.Peek().Start}.");
    }
}
