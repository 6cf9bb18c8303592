using System.Text;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Turns names of code into names of labels: <c>WeaponType</c> into <c>weapon_type</c>, <c>HTTPStatus2</c> into <c>http_status2</c>.
/// </summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (StartsWord(name, i) && text.Length > 0 && text[text.Length - 1] != '_')
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    private static bool StartsWord(string name, int i) =>
        i > 0 && char.IsUpper(name[i])
        && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
}
