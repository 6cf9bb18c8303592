using Instrumentation.Analyzers.Cardinality;
using Instrumentation.Analyzers.RawApis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INST029: a metric is made in a loop, on every call, or under a name that never stops being new.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class INST029MetricCreatedAgainAnalyzer() : RuleAnalyzer(DiagnosticDescriptors.MetricCreatedAgain)
{
    /// <summary>Functions that call what they are given once for each of many.</summary>
    private static readonly HashSet<string> s_each = new(StringComparer.Ordinal) { "Select", "SelectMany", "ForEach", "ForEachAsync", "ToDictionary" };

    /// <summary>How the names of methods begin that run once: there a metric may be made and used.</summary>
    private static readonly string[] s_once =
        ["Main", "<Main>", "Configure", "Init", "Setup", "SetUp", "Start", "OnStart", "Register", "Build", "Create", "Add", "Use", "Map", "Ensure", "Run", "Execute", "Load", "Warm", "Install", "Enable"];

    /// <summary>Functions that are given what to do on every request or message.</summary>
    private static readonly string[] s_handlers = ["Map", "Use", "On", "Subscribe", "Handle"];

    /// <summary>Tests, and benchmarks, make what they need on the spot.</summary>
    private static readonly string[] s_testing = ["xunit", "nunit.framework", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest", "TUnit", "BenchmarkDotNet"];

    private protected override bool IncludesGeneratedCode => false;

    private protected override void Register(CompilationStartAnalysisContext context, Annotations annotations)
    {
        var isTest = context.Compilation.ReferencedAssemblyNames.Any(static assembly =>
            s_testing.Any(name => assembly.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase)));
        if (!isTest)
        {
            context.RegisterOperationAction(Check, OperationKind.Invocation, OperationKind.ObjectCreation);
        }
    }

    private void Check(OperationAnalysisContext context)
    {
        if (!InstrumentCreation.Is(context.Operation))
        {
            return;
        }

        if (WhyAgain(context.Operation, context.ContainingSymbol) is { } when)
        {
            var name = InstrumentCreation.Name(context.Operation)?.ConstantValue.Value as string;
            context.ReportDiagnostic(Diagnostic.Create(
                Rule, context.Operation.Syntax.GetLocation(), name is null ? context.Operation is IObjectCreationOperation ? "A meter" : "A metric" : $"'{name}'", when));
        }
    }

    private static string? WhyAgain(IOperation creation, ISymbol containing)
    {
        if (InstrumentCreation.Name(creation) is { } name && ValueBounds.Judge(name) is { Name.Certainty: Certainty.Certain } verdict)
        {
            return $"under a name that holds {verdict.Name.What}";
        }

        var function = FindFunction(creation, out var isInLoop);
        if (isInLoop)
        {
            return "in a loop";
        }

        if (InstrumentCreation.IsObservable(creation) || !IsUsedUp(creation))
        {
            return null;
        }

        return function switch
        {
            // A handler is called for each request, wherever it is handed over.
            IAnonymousFunctionOperation lambda => FindReceiver(lambda) is { } receiver && s_handlers.Any(start => receiver.StartsWith(start, StringComparison.Ordinal))
                ? $"on every call of what '{receiver}' is given"
                : null,
            ILocalFunctionOperation local => IsOnce(local.Symbol.Name) ? null : $"on every call of '{local.Symbol.Name}'",
            _ => containing is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.PropertyGet or MethodKind.PropertySet } method
                && !IsOnce(method.Name)
                    ? $"on every call of '{method.AssociatedSymbol?.Name ?? method.Name}'"
                    : null,
        };
    }

    /// <summary>The lambda or local function around the creation; null when it stands in the member itself.</summary>
    private static IOperation? FindFunction(IOperation creation, out bool isInLoop)
    {
        isInLoop = false;
        for (var operation = creation; operation.Parent is { } parent; operation = parent)
        {
            switch (parent)
            {
                case ILoopOperation loop when loop.Body == operation || loop is IWhileLoopOperation:
                    isInLoop = true;
                    return null;
                case IAnonymousFunctionOperation lambda:
                    isInLoop = FindReceiver(lambda) is { } receiver && s_each.Contains(receiver);
                    return lambda;
                case ILocalFunctionOperation:
                    return parent;
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>The method that the lambda is an argument of.</summary>
    private static string? FindReceiver(IAnonymousFunctionOperation lambda)
    {
        for (var operation = lambda.Parent; operation is IConversionOperation or IDelegateCreationOperation or IArgumentOperation; operation = operation.Parent)
        {
            if (operation is IArgumentOperation { Parent: IInvocationOperation call })
            {
                return call.TargetMethod.Name;
            }
        }

        return null;
    }

    /// <summary>Whether the metric is recorded to and then forgotten: used where it is made, or kept in a variable that only it is called on.</summary>
    private static bool IsUsedUp(IOperation creation)
    {
        var value = creation;
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
        {
            value = value.Parent;
        }

        return value.Parent switch
        {
            IInvocationOperation call => call.Instance == value,
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { } local } declarator } => IsOnlyCalled(declarator, local),
            _ => false,
        };
    }

    private static bool IsOnlyCalled(IOperation declarator, ILocalSymbol local)
    {
        var body = declarator;
        while (body.Parent is { } parent and not IAnonymousFunctionOperation and not ILocalFunctionOperation)
        {
            body = parent;
        }

        var uses = body.Descendants().OfType<ILocalReferenceOperation>().Where(use => SymbolEqualityComparer.Default.Equals(use.Local, local)).ToList();
        return uses.Count > 0 && uses.All(use => use.Parent is IInvocationOperation call && call.Instance == use && !IsCaptured(use, body));
    }

    private static bool IsCaptured(IOperation use, IOperation body)
    {
        for (var operation = use.Parent; operation is not null && operation != body; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOnce(string method) => s_once.Any(start => method.StartsWith(start, StringComparison.Ordinal));
}
