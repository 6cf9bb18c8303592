using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// The attributes by which trimming and native compilation judge a body. The body moves to the twin, so they must be there as well, or
/// publishing would warn of code that was in order.
/// </summary>
internal static class TrimmingAttributes
{
    private const string DynamicallyAccessedMembers = "System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute";

    private static readonly string[] s_ofMethods =
    [
        DynamicallyAccessedMembers,
        "System.Diagnostics.CodeAnalysis.RequiresUnreferencedCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresDynamicCodeAttribute",
        "System.Diagnostics.CodeAnalysis.RequiresAssemblyFilesAttribute",
        "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute",
    ];

    /// <summary>What a method's twins must bear, as it is written between brackets.</summary>
    public static IEnumerable<string> OfMethod(IMethodSymbol method) =>
        Print(method.GetAttributes(), s_ofMethods)
            .Concat(Print(method.GetReturnTypeAttributes(), [DynamicallyAccessedMembers]).Select(attribute => "return: " + attribute));

    /// <summary>What stands before a parameter or type parameter; empty, or followed by a space.</summary>
    public static string Of(ISymbol parameter) =>
        string.Concat(Print(parameter.GetAttributes(), [DynamicallyAccessedMembers]).Select(attribute => $"[{attribute}] "));

    private static IEnumerable<string> Print(IEnumerable<AttributeData> attributes, string[] names) => attributes
        .Where(attribute => names.Any(name => attribute.AttributeClass.IsNamed(name)))
        .Select(attribute =>
        {
            var arguments = attribute.ConstructorArguments.Select(Print)
                .Concat(attribute.NamedArguments.Select(argument => $"{argument.Key} = {Print(argument.Value)}"));
            return $"{attribute.AttributeClass!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}({string.Join(", ", arguments)})";
        });

    /// <summary>These attributes take strings, flags and bools, and nothing else.</summary>
    private static string Print(TypedConstant constant) => constant switch
    {
        { Kind: TypedConstantKind.Enum, Type: { } type } =>
            $"({type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)})({Convert.ToString(constant.Value, CultureInfo.InvariantCulture)})",
        { Value: string text } => Literals.Of(text),
        { Value: bool value } => value ? "true" : "false",
        _ => "null",
    };
}
