using System.Buffers;
using System.Text;

namespace Instrumentation.Hosting.Server;

/// <summary>
/// Reads the head of an HTTP/1.x request by RFC 9112, strictly: where two readers could understand a request differently it is refused.
/// </summary>
internal static class RequestParser
{
    private static readonly SearchValues<char> s_token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Parses everything before the empty line.</summary>
    /// <param name="head">The request line and the header lines, separated by CR LF, without the empty line.</param>
    /// <param name="request">The request, when the result is 200.</param>
    /// <returns>200, or the status to refuse it with.</returns>
    internal static int Parse(ReadOnlySpan<byte> head, out RequestHead? request)
    {
        request = null;
        var text = Encoding.Latin1.GetString(head);
        var lines = text.Split("\r\n");
        if (text.AsSpan().ContainsAny('\0', '\u007f') || lines.Any(static line => line.AsSpan().ContainsAny('\r', '\n')))
        {
            return 400;
        }

        var parts = lines[0].Split(' ');
        if (parts.Length != 3 || !IsToken(parts[0]) || !parts[2].StartsWith("HTTP/", StringComparison.Ordinal))
        {
            return 400;
        }

        if (parts[2] is not ("HTTP/1.1" or "HTTP/1.0"))
        {
            return 505;
        }

        if (!TryReadTarget(parts[1], out var path, out var query))
        {
            return 400;
        }

        var isCurrent = parts[2] == "HTTP/1.1";
        var parsed = new RequestHead { Method = parts[0], Path = path, Query = query, KeepAlive = isCurrent };
        var status = ReadHeaders(lines.AsSpan(1), parsed, isCurrent);
        request = status == 200 ? parsed : null;
        return status;
    }

    private static int ReadHeaders(ReadOnlySpan<string> lines, RequestHead request, bool needsHost)
    {
        var hosts = 0;
        foreach (var line in lines)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || !IsToken(line.AsSpan(0, colon)))
            {
                return 400;
            }

            var value = line[(colon + 1)..].Trim(' ', '\t');
            switch (line[..colon].ToUpperInvariant())
            {
                case "HOST":
                    hosts++;
                    break;
                case "CONNECTION":
                    request.KeepAlive = KeepsAlive(value, request.KeepAlive);
                    break;
                case "ACCEPT":
                    request.Accept = Append(request.Accept, value);
                    break;
                case "ACCEPT-ENCODING":
                    request.AcceptEncoding = Append(request.AcceptEncoding, value);
                    break;
                case "CONTENT-LENGTH" when !value.All(char.IsAsciiDigit) || value.Length is 0:
                    return 400;
                case "CONTENT-LENGTH":
                    request.HasBody |= value.AsSpan().ContainsAnyExcept('0');
                    break;
                case "TRANSFER-ENCODING":
                    request.HasBody = true;
                    break;
            }
        }

        return hosts == 1 || (hosts == 0 && !needsHost) ? 200 : 400;
    }

    /// <summary>Takes the origin form, and the absolute form that a proxy would send.</summary>
    private static bool TryReadTarget(string target, out string path, out string query)
    {
        const string Scheme = "http://";
        if (target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            var slash = target.IndexOf('/', Scheme.Length);
            target = slash < 0 ? "/" : target[slash..];
        }

        var question = target.IndexOf('?', StringComparison.Ordinal);
        path = question < 0 ? target : target[..question];
        query = question < 0 ? "" : target[(question + 1)..];
        return path.StartsWith('/');
    }

    private static bool KeepsAlive(string connection, bool otherwise)
    {
        foreach (var option in connection.Split(',', StringSplitOptions.TrimEntries))
        {
            if (option.Equals("close", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            otherwise |= option.Equals("keep-alive", StringComparison.OrdinalIgnoreCase);
        }

        return otherwise;
    }

    private static string Append(string? before, string value) => before is null ? value : $"{before},{value}";

    private static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(s_token);
}
