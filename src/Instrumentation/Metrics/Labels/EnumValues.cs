using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text;

namespace Instrumentation.Metrics.Labels;

/// <summary>The members of an enum and their label values, for instruments written by hand. Generated code brings the names along and never comes here.</summary>
internal static class EnumValues
{
    internal static (T[] Members, string[] Values) Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicFields)] T>()
        where T : struct, Enum
    {
        var members = new List<T>();
        var values = new List<string>();
        var names = Enum.GetNames<T>();
        var all = Enum.GetValues<T>();
        for (var i = 0; i < all.Length; i++)
        {
            // A second name for the same number is no second value.
            if (!members.Contains(all[i]))
            {
                members.Add(all[i]);
                values.Add(typeof(T).GetField(names[i])?.GetCustomAttribute<LabelValueAttribute>()?.Value ?? SnakeCase(names[i]));
            }
        }

        return ([.. members], [.. values]);
    }

    /// <summary><c>UsWest2</c> → <c>us_west2</c>, <c>HTTPError</c> → <c>http_error</c>.</summary>
    internal static string SnakeCase(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
