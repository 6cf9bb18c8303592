namespace Instrumentation.Generator.Model.Rules;

/// <summary>How the prefix of an assembly gets into its rules when the program may choose another.</summary>
internal static class RulePrefix
{
    /// <summary>Stands for the prefix and its underscore; no name of a metric can hold it.</summary>
    public const char Mark = '\u0001';
}
