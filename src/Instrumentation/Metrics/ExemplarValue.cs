using System.Globalization;

namespace Instrumentation.Metrics;

/// <summary>An identifier that goes along with an exemplar: a string, a number or a GUID. Made without allocating; turned to text only for the few that are shown.</summary>
public readonly struct ExemplarValue
{
    private readonly string? _text;
    private readonly Guid _id;
    private readonly long _number;
    private readonly Form _form;

    private ExemplarValue(Form form, string? text = null, Guid id = default, long number = 0)
    {
        _form = form;
        _text = text;
        _id = id;
        _number = number;
    }

    private enum Form : byte
    {
        Absent,
        Text,
        Guid,
        Signed,
        Unsigned,
        Character,
    }

    /// <summary>Text; null is left out.</summary>
    /// <param name="text">The text.</param>
    public static implicit operator ExemplarValue(string? text) => text is null ? default : new(Form.Text, text);

    /// <summary>A GUID, written with hyphens in lower case.</summary>
    /// <param name="id">The GUID.</param>
    public static implicit operator ExemplarValue(Guid id) => new(Form.Guid, id: id);

    /// <summary>Text of one character.</summary>
    /// <param name="character">The character.</param>
    public static implicit operator ExemplarValue(char character) => new(Form.Character, number: character);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ExemplarValue(long number) => new(Form.Signed, number: number);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ExemplarValue(int number) => (long)number;

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    /// <remarks>Bytes take this way too: without it the compiler could not choose between signed and unsigned for them.</remarks>
    public static implicit operator ExemplarValue(ushort number) => (long)number;

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ExemplarValue(uint number) => (long)number;

    /// <summary>A whole number that is not negative.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator ExemplarValue(ulong number) => new(Form.Unsigned, number: unchecked((long)number));

    internal bool IsAbsent => _form == Form.Absent;

    /// <inheritdoc/>
    public override string ToString() => _form switch
    {
        Form.Text => _text!,
        Form.Guid => _id.ToString(),
        Form.Signed => _number.ToString(CultureInfo.InvariantCulture),
        Form.Character => ((char)_number).ToString(),
        Form.Unsigned => unchecked((ulong)_number).ToString(CultureInfo.InvariantCulture),
        _ => "",
    };
}
