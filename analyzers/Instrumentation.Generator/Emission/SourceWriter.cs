using System.Text;

namespace Instrumentation.Generator.Emission;

/// <summary>Prints lines of code, indented by the blocks around them. Lines end with <c>\n</c> on every system.</summary>
internal sealed class SourceWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Prints lines; each of them is indented, so that a raw string can hold a whole piece of code.</summary>
    public void Lines(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            var content = line.TrimEnd('\r');
            if (content.Length > 0)
            {
                // A directive stands at the start of its line, as people write them.
                _text.Append(' ', content[0] == '#' ? 0 : _depth * 4).Append(content);
            }

            _text.Append('\n');
        }
    }

    public void Blank() => _text.Append('\n');

    /// <summary>Prints a header and an opening brace; the closing one when the result is disposed.</summary>
    public BlockEnd Block(string header)
    {
        Lines(header);
        Lines("{");
        _depth++;
        return new(this);
    }

    public override string ToString() => _text.ToString();

    /// <summary>Members each end with a blank line; before a closing brace there is none.</summary>
    private void DropTrailingBlank()
    {
        if (_text.Length > 1 && _text[_text.Length - 1] == '\n' && _text[_text.Length - 2] == '\n')
        {
            _text.Length--;
        }
    }

    /// <summary>Closes a block.</summary>
    public readonly struct BlockEnd(SourceWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.DropTrailingBlank();
            writer._depth--;
            writer.Lines("}");
        }
    }
}
