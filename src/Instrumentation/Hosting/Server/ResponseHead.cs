using System.Globalization;
using System.Text;

namespace Instrumentation.Hosting.Server;

/// <summary>Writes the head of a response.</summary>
internal static class ResponseHead
{
    internal static byte[] Write(int status, string contentType, string? contentEncoding, long length, bool keepAlive, DateTimeOffset now)
    {
        var head = new StringBuilder(256);
        head.Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {Reason(status)}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Date: {now:R}\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Type: {contentType}\r\nContent-Length: {length}\r\n");
        head.Append("Cache-Control: no-store\r\nVary: Accept, Accept-Encoding\r\nX-Content-Type-Options: nosniff\r\n");
        if (contentEncoding is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Encoding: {contentEncoding}\r\n");
        }

        if (status == 405)
        {
            head.Append("Allow: GET, HEAD\r\n");
        }

        head.Append(keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        return Encoding.ASCII.GetBytes(head.ToString());
    }

    internal static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        505 => "HTTP Version Not Supported",
        _ => "Error",
    };
}
