using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.Rules;

/// <summary>The texts of an attribute with their places in the source.</summary>
internal sealed class AttributeArguments
{
    private readonly AttributeSyntax? _syntax;
    private readonly SemanticModel? _model;

    public AttributeArguments(AttributeData attribute, Compilation compilation)
    {
        Data = attribute;
        _syntax = attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;
        _model = _syntax is null ? null : compilation.GetSemanticModel(_syntax.SyntaxTree);
    }

    public AttributeData Data { get; }

    /// <summary>Where the attribute stands.</summary>
    public SourceLocation? Location => SourceLocation.Of(Data);

    public string Path => _syntax?.SyntaxTree.FilePath ?? "";

    /// <summary>An argument of the constructor.</summary>
    /// <param name="position">Its place.</param>
    /// <param name="name">The parameter's name.</param>
    public ArgumentText? Positional(int position, string name) => position < Data.ConstructorArguments.Length
        ? Text(Data.ConstructorArguments[position], ConstructorArgument(position, name)?.Expression)
        : null;

    /// <summary>An argument given by the name of its property.</summary>
    public ArgumentText? Named(string name) => Data.IsGiven(name) ? Text(Data.Argument(name), Expression(name)) : null;

    /// <summary>Where an argument given by name stands.</summary>
    public SourceLocation? LocationOf(string name) => Expression(name) is { } expression ? SourceLocation.Of(expression.GetLocation()) : Location;

    /// <summary>The elements of an array argument; empty when it is not given.</summary>
    public IReadOnlyList<ArgumentText> Elements(string name)
    {
        var values = Data.Array<string?>(name);
        if (values is null)
        {
            return [];
        }

        var expressions = Expression(name) switch
        {
            CollectionExpressionSyntax collection => [.. collection.Elements.OfType<ExpressionElementSyntax>().Select(element => element.Expression)],
            ArrayCreationExpressionSyntax { Initializer: { } initializer } => [.. initializer.Expressions],
            ImplicitArrayCreationExpressionSyntax array => [.. array.Initializer.Expressions],
            _ => (IReadOnlyList<ExpressionSyntax>)[],
        };
        return
        [
            .. values.Select((value, index) => new ArgumentText(
                value ?? "", index < expressions.Count && expressions.Count == values.Count ? Map(expressions[index], value ?? "") : null, LocationOf(name))),
        ];
    }

    private ArgumentText? Text(TypedConstant constant, ExpressionSyntax? expression) => constant is { Kind: TypedConstantKind.Primitive, Value: string text }
        ? new(text, expression is null ? null : Map(expression, text), Location)
        : null;

    private TextMap Map(ExpressionSyntax expression, string text) => TextMap.Of(expression, text, _model!);

    private ExpressionSyntax? Expression(string name) =>
        _syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression;

    private AttributeArgumentSyntax? ConstructorArgument(int position, string name) =>
        _syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == name)
        ?? _syntax?.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).Skip(position).FirstOrDefault();
}
