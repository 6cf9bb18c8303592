using System.Text;

namespace Instrumentation.PromQL.Parsing;

/// <summary>
/// Text that a query gives as bytes. What is not UTF-8 stays apart from all that is, so that it equals no label's value and is no label's name: a byte that belongs to no character
/// is kept as half of a surrogate pair, U+DC00 plus the byte, which text in UTF-8 cannot hold.
/// </summary>
internal static class Utf8Text
{
    private const int StrayBase = 0xDC00;

    /// <summary>Whether a label can have the name: it is not empty, and it is UTF-8.</summary>
    public static bool IsLabelName(string name) => name.Length > 0 && IsWellFormed(name);

    /// <summary>Whether a text can be written as UTF-8: it has no half of a surrogate pair.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[++i])))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a character, which is not the second half of a pair, stands for a byte that belongs to no character.</summary>
    public static bool IsStray(char c) => c is >= (char)(StrayBase + 0x80) and <= (char)(StrayBase + 0xFF);

    /// <summary>The byte that such a character stands for.</summary>
    public static int ByteOf(char stray) => stray - StrayBase;

    /// <summary>Appends what the bytes stand for.</summary>
    public static void Append(StringBuilder text, byte[] bytes)
    {
        for (var i = 0; i < bytes.Length;)
        {
            var length = LengthOfCharacter(bytes, i);
            if (length == 0)
            {
                text.Append((char)(StrayBase + bytes[i++]));
                continue;
            }

            text.Append(Encoding.UTF8.GetString(bytes, i, length));
            i += length;
        }
    }

    /// <summary>How many bytes the character has that begins at a place; 0 when none does (table 3-7 of the Unicode standard).</summary>
    private static int LengthOfCharacter(byte[] bytes, int at)
    {
        var first = bytes[at];
        var length = first switch
        {
            < 0x80 => 1,
            >= 0xC2 and < 0xE0 => 2,
            >= 0xE0 and < 0xF0 => 3,
            >= 0xF0 and < 0xF5 => 4,
            _ => 0,
        };
        if (at + length > bytes.Length)
        {
            return 0;
        }

        for (var i = 1; i < length; i++)
        {
            if (bytes[at + i] is < 0x80 or > 0xBF)
            {
                return 0;
            }
        }

        var isLongerThanNeeded = (first == 0xE0 && bytes[at + 1] < 0xA0) || (first == 0xF0 && bytes[at + 1] < 0x90);
        var isHalfOfPair = first == 0xED && bytes[at + 1] > 0x9F;
        var isPastTheLast = first == 0xF4 && bytes[at + 1] > 0x8F;
        return isLongerThanNeeded || isHalfOfPair || isPastTheLast ? 0 : length;
    }
}
