namespace Instrumentation.PromQL.Templates.Execution;

/// <summary>What stands between <c>%</c> and the verb.</summary>
internal sealed class FormatFlags
{
    private bool _minus;
    private bool _plus;
    private bool _space;
    private bool _zero;

    public int? Width { get; set; }

    public int? Precision { get; set; }

    public bool Take(char flag)
    {
        switch (flag)
        {
            case '-':
                _minus = true;
                return true;
            case '+':
                _plus = true;
                return true;
            case ' ':
                _space = true;
                return true;
            case '0':
                _zero = true;
                return true;
            case '#':
                return true;
            default:
                return false;
        }
    }

    public string Sign(double value, string text) =>
        text[0] is '-' or '+' ? _plus || text[0] == '-' || double.IsInfinity(value) ? text : text[1..]
        : _plus ? "+" + text
        : _space ? " " + text
        : text;

    public string Pad(string text, bool mayBeZeros)
    {
        if (Width is not { } width || text.Length >= width)
        {
            return text;
        }

        if (_minus)
        {
            return text.PadRight(width);
        }

        if (!_zero || !mayBeZeros)
        {
            return text.PadLeft(width);
        }

        var signed = text[0] is '-' or '+' ? 1 : 0;
        return text[..signed] + text[signed..].PadLeft(width - signed, '0');
    }
}
