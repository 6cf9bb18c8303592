using System.Buffers;
using System.Text;

namespace Instrumentation.Metrics.Families;

/// <summary>Label text as both exposition formats have it: <c>name="value",…</c> with backslash, quote and line feed escaped.</summary>
internal static class LabelText
{
    /// <summary>The text of labels in the order given. Names are taken as valid; values may be any text.</summary>
    internal static byte[] Of(ReadOnlySpan<KeyValuePair<string, string>> labels)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        foreach (var (name, value) in labels)
        {
            if (buffer.WrittenCount > 0)
            {
                buffer.Write(","u8);
            }

            Encoding.UTF8.GetBytes(name, buffer);
            buffer.Write("=\""u8);
            WriteEscaped(buffer, value);
            buffer.Write("\""u8);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteEscaped(ArrayBufferWriter<byte> buffer, string value)
    {
        var start = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var escape = value[i] switch
            {
                '\\' => @"\\"u8,
                '"' => "\\\""u8,
                '\n' => "\\n"u8,
                _ => default,
            };
            if (!escape.IsEmpty)
            {
                Encoding.UTF8.GetBytes(value.AsSpan(start, i - start), buffer);
                buffer.Write(escape);
                start = i + 1;
            }
        }

        // Half a surrogate pair, which no UTF-8 can hold, becomes U+FFFD.
        Encoding.UTF8.GetBytes(value.AsSpan(start), buffer);
    }

    internal static IReadOnlyList<KeyValuePair<string, string>> Parse(ReadOnlySpan<byte> utf8)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var text = Encoding.UTF8.GetString(utf8);
        var value = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var equals = text.IndexOf('=', i);
            var name = text[i..equals];
            value.Clear();
            for (i = equals + 2; text[i] != '"'; i++)
            {
                value.Append(text[i] != '\\' ? text[i] : text[++i] == 'n' ? '\n' : text[i]);
            }

            pairs.Add(KeyValuePair.Create(name, value.ToString()));

            // Past the quote; the loop steps over the comma.
            i++;
        }

        return pairs.AsReadOnly();
    }
}
