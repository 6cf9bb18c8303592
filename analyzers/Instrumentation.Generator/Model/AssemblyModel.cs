namespace Instrumentation.Generator.Model;

/// <summary>What every generated file has to know of its assembly.</summary>
/// <param name="Name">The simple name.</param>
/// <param name="Defaults">The settings for all operations.</param>
/// <param name="ExternAliases">By which types of references may be named.</param>
internal sealed record AssemblyModel(string Name, DefaultsModel Defaults, EquatableArray<string> ExternAliases)
{
    /// <summary>The namespace of the operations.</summary>
    public string Namespace => "Instrumentation.Generated." + Identifier(Name);

    private static string Identifier(string name)
    {
        var text = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_'));

        // A letter first, and not an underscore, which is no name for the rules of the CLS.
        return text.Length == 0 || !char.IsLetter(text[0]) ? "Of" + text : text;
    }
}
