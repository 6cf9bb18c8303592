using System.Text;

namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>Text that ends a template when it grows too long, before it takes up the memory.</summary>
internal sealed class BoundedText
{
    /// <summary>The longest text that a template may make, in characters.</summary>
    public const int Longest = 1_000_000;

    private readonly StringBuilder _text = new();

    public static TemplateException TooLong => new($"the text becomes longer than {Longest} characters");

    public void Append(string text)
    {
        if (_text.Length + text.Length > Longest)
        {
            throw TooLong;
        }

        _text.Append(text);
    }

    public void Append(char c) => _text.Append(_text.Length < Longest ? c : throw TooLong);

    public override string ToString() => _text.ToString();
}
