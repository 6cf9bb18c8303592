using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Cardinality;

/// <summary>What is assigned to a local variable in the body it belongs to.</summary>
internal static class LocalValues
{
    /// <summary>All values given to the variable, or what a <c>foreach</c> takes it from; none when it gets one that is not seen, as from an <c>out</c> argument.</summary>
    internal static IReadOnlyList<IOperation> Of(ILocalReferenceOperation reference)
    {
        var local = reference.Local;
        var values = new List<IOperation>();
        foreach (var operation in Body(reference).Descendants())
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when Is(declarator.Symbol):
                    if (Initializer(declarator) is { } initial)
                    {
                        values.Add(initial);
                    }

                    break;
                case IAssignmentOperation assignment when assignment.Target is ILocalReferenceOperation target && Is(target.Local):
                    values.Add(assignment.Value);
                    break;
                case IForEachLoopOperation loop when loop.Locals.Any(Is):
                    values.Add(loop.Collection);
                    break;
                case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument when argument.Value is ILocalReferenceOperation passed && Is(passed.Local):
                    return [];
                default:
                    break;
            }
        }

        return values;

        bool Is(ILocalSymbol other) => SymbolEqualityComparer.Default.Equals(other, local);
    }

    /// <summary>Everything in the body that calls a method on the variable.</summary>
    internal static IEnumerable<IInvocationOperation> CallsOn(ILocalReferenceOperation reference) => Body(reference)
        .Descendants()
        .OfType<IInvocationOperation>()
        .Where(call => call.Instance is ILocalReferenceOperation local && SymbolEqualityComparer.Default.Equals(local.Local, reference.Local));

    internal static bool IsLoopCounter(ILocalSymbol local) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Parent.Parent: ForStatementSyntax };

    private static IOperation? Initializer(IVariableDeclaratorOperation declarator) =>
        declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;

    private static IOperation Body(IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }
}
