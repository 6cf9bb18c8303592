using System.Text;

namespace Instrumentation.Alerting.Notifiers.Slack;

/// <summary>Text in Slack's mrkdwn.</summary>
internal static class SlackText
{
    private const char Ellipsis = '…';

    /// <summary>Escapes what Slack takes for markup of its own, so that no label can call a channel or fake a link.</summary>
    internal static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>Escapes and cuts off, never within a character or an escape.</summary>
    internal static string Escape(string text, int most)
    {
        var result = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            var piece = Escape(rune.ToString());
            if (result.Length + piece.Length > most - 1)
            {
                return result.Append(Ellipsis).ToString();
            }

            result.Append(piece);
        }

        return result.ToString();
    }

    /// <summary>A link, or the text alone if the address is not one of the web: it comes from annotations, which anybody may have written.</summary>
    internal static string Link(string address, string text) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? $"<{Escape(uri.AbsoluteUri).Replace("|", "%7C", StringComparison.Ordinal)}|{Escape(text)}>"
            : Escape(text);

    /// <summary>Calls a channel, a member or a user group.</summary>
    internal static string Mention(string whom) => whom.TrimStart('@') switch
    {
        "here" or "channel" or "everyone" => $"<!{whom.TrimStart('@')}>",
        ['S', ..] group => $"<!subteam^{group}>",
        var member => $"<@{member}>",
    };
}
