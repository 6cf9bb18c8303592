using System.Buffers.Text;

namespace Instrumentation.Collectors.Processes;

/// <summary>Numbers in the kernel's texts. What is not as expected is simply not found: kernels differ, and grow new lines.</summary>
internal static class ProcText
{
    /// <summary>The whole number after a key, spaces and tabs skipped, as in <c>read_bytes: 4096</c>.</summary>
    internal static bool TryFind(ReadOnlySpan<byte> text, ReadOnlySpan<byte> key, out long number)
    {
        var place = text.IndexOf(key);
        while (place > 0 && text[place - 1] is not (byte)'\n' and not (byte)' ')
        {
            // The end of a longer key.
            var next = text[(place + 1)..].IndexOf(key);
            place = next < 0 ? -1 : place + 1 + next;
        }

        number = 0;
        return place >= 0 && TryParse(text[(place + key.Length)..], out number);
    }

    /// <summary>The line that begins so, without its beginning; empty when there is none.</summary>
    internal static ReadOnlySpan<byte> Line(ReadOnlySpan<byte> text, ReadOnlySpan<byte> beginning)
    {
        while (!text.IsEmpty)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..end];
            if (line.StartsWith(beginning))
            {
                return line[beginning.Length..];
            }

            text = end < 0 ? [] : text[(end + 1)..];
        }

        return [];
    }

    /// <summary>The word of a number, from 0, of words divided by spaces; empty when there are not so many.</summary>
    internal static ReadOnlySpan<byte> Word(ReadOnlySpan<byte> line, int number)
    {
        foreach (var range in line.Split((byte)' '))
        {
            var word = line[range];
            if (!word.IsEmpty && number-- == 0)
            {
                return word;
            }
        }

        return [];
    }

    /// <summary>The whole number that a text begins with, spaces and tabs skipped.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out long number) => Utf8Parser.TryParse(text.TrimStart(" \t"u8), out number, out _);
}
