using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing;

/// <summary>Finds out how the end of a call can be seen.</summary>
internal static class ShapeParser
{
    private const string Tasks = "System.Threading.Tasks.";
    private const string Compiler = "System.Runtime.CompilerServices.";

    private static readonly string[] s_iterators =
    [
        "System.Collections.IEnumerable", "System.Collections.IEnumerator",
        "System.Collections.Generic.IEnumerable", "System.Collections.Generic.IEnumerator",
        "System.Collections.Generic.IAsyncEnumerable", "System.Collections.Generic.IAsyncEnumerator",
    ];

    private static readonly string[] s_builders =
    [
        Compiler + "AsyncTaskMethodBuilder", Compiler + "AsyncValueTaskMethodBuilder", Compiler + "AsyncVoidMethodBuilder",
        Compiler + "PoolingAsyncValueTaskMethodBuilder",
    ];

    /// <param name="method">The monitored method.</param>
    /// <param name="core">The method with the body, when the wrapper is the implementing part.</param>
    /// <param name="compilation">Says whether async methods get a state machine.</param>
    public static CallShape Of(IMethodSymbol method, IMethodSymbol? core, Compilation compilation)
    {
        var body = core ?? method.PartialImplementationPart ?? method;
        if (IsIterator(body))
        {
            return CallShape.Iterator;
        }

        if (!body.IsAsync || core is not null)
        {
            return method.ReturnType.IsNamed(Tasks + "Task") && method.RefKind == RefKind.None ? CallShape.TaskReturning
                : method.ReturnType.IsNamed(Tasks + "ValueTask") && method.RefKind == RefKind.None ? CallShape.ValueTaskReturning
                : CallShape.Synchronous;
        }

        return IsRuntimeAsync(body, compilation) ? CallShape.RuntimeAsync : CallShape.AsyncStateMachine;
    }

    /// <summary>Why an async method's end cannot be seen; null when it can.</summary>
    public static (string Construct, string Reason)? WhyNot(IMethodSymbol method)
    {
        var body = method.PartialImplementationPart ?? method;
        if (!body.IsAsync)
        {
            return null;
        }

        if (!body.ReturnsVoid && !IsTask(body.ReturnType) && !s_iterators.Any(name => body.ReturnType.IsNamed(name)))
        {
            return ("async method with a custom task type", $"how '{body.ReturnType.ToDisplayString()}' ends is known to its own builder only");
        }

        return method.Find(Attributes.AsyncMethodBuilder)?.First() is INamedTypeSymbol builder
            && !s_builders.Any(name => builder.IsNamed(name))
            ? ("async method with a custom builder", $"how a call ends is known to '{builder.ToDisplayString()}' only")
            : null;
    }

    private static bool IsTask(ITypeSymbol type) => type.IsNamed(Tasks + "Task") || type.IsNamed(Tasks + "ValueTask");

    /// <summary>
    /// The compiler's own rule: the runtime can, the return type is one of the four, and the project's feature or the method's attribute
    /// says so.
    /// A builder that the method names plays no part where there is no state machine.
    /// </summary>
    private static bool IsRuntimeAsync(IMethodSymbol method, Compilation compilation)
    {
        if (!IsTask(method.ReturnType)
            || compilation.GetTypeByMetadataName(Compiler + "AsyncHelpers") is not { IsStatic: true })
        {
            return false;
        }

        return method.Find(Attributes.RuntimeAsyncMethodGeneration)?.First() is bool isOn
            ? isOn
            : method.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.Options.Features.TryGetValue("runtime-async", out var feature) == true
                && feature == "on";
    }

    private static bool IsIterator(IMethodSymbol method) =>
        s_iterators.Any(name => method.ReturnType.IsNamed(name))
        && method.DeclaringSyntaxReferences.Any(reference => HasYield(reference.GetSyntax()));

    /// <summary>Whether a <c>yield</c> stands in the method itself; one in a function within makes that an iterator, not this.</summary>
    private static bool HasYield(SyntaxNode node) => node
        .DescendantNodes(child => child == node || child is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax))
        .Any(child => child is YieldStatementSyntax);
}
