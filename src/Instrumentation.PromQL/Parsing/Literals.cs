namespace Instrumentation.PromQL.Parsing;

/// <summary>The values of number and duration tokens.</summary>
internal static class Literals
{
    /// <summary>The number; a duration counts in seconds.</summary>
    /// <exception cref="SyntaxException">It is too large, or its units are out of order.</exception>
    public static double Number(Token token)
    {
        if (token.Kind == TokenKind.Duration)
        {
            return DurationText.TryParse(token.Text, out var milliseconds)
                ? milliseconds / 1000.0
                : throw new SyntaxException(
                    token.Range, $"not a valid duration string: \"{token.Text}\"; units go from large to small and stand once each, as in 1h30m");
        }

        return Numbers.TryParse(token.Text, out var value)
            ? value
            : throw new SyntaxException(token.Range, $"error parsing number: \"{token.Text}\" is out of range");
    }
}
