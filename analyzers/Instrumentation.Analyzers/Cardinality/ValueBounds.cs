using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Cardinality;

/// <summary>
/// Judges how many values an expression takes: constants, enums and choices among them are few, a Guid or the text of an exception has no end, and where the expression does
/// not say, its names do.
/// </summary>
internal static class ValueBounds
{
    private const int MaxDepth = 6;

    internal static ValueVerdict Judge(IOperation? value, int depth = 0)
    {
        if (value is null || depth > MaxDepth)
        {
            return ValueVerdict.Unknown;
        }

        value = Unwrap(value);
        if (value.ConstantValue.HasValue || UnboundedTypes.IsBounded(value.Type) || value is IThrowOperation or IDefaultValueOperation or ITypeOfOperation
            || value is IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } })
        {
            return ValueVerdict.Bounded;
        }

        var verdict = Expression(value, depth + 1);
        if (verdict.Kind is ValueKind.Bounded or ValueKind.Unbounded)
        {
            return verdict;
        }

        // A cast to object or string hides the type that the value has underneath; Unwrap has brought it out.
        if (UnboundedTypes.What(value.Type) is { } what)
        {
            return ValueVerdict.Unbounded(what);
        }

        return UnboundedTypes.IsNumber(value.Type) && !IsLoopCounter(value) ? new(ValueKind.Number, verdict.Name) : verdict;
    }

    private static ValueVerdict Expression(IOperation value, int depth) => value switch
    {
        IConditionalOperation choice => Branch(choice.WhenTrue, choice.Condition, depth).Or(Branch(choice.WhenFalse, choice.Condition, depth)),
        ISwitchExpressionOperation choice => Worst(choice.Arms.Select(static arm => arm.Value), depth),
        ICoalesceOperation choice => Judge(choice.Value, depth).Or(Judge(choice.WhenNull, depth)),
        IConditionalAccessOperation access => Judge(access.WhenNotNull, depth),
        IConditionalAccessInstanceOperation => Judge(Accessed(value), depth),
        IInterpolatedStringOperation text => Worst(text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression), depth),
        IBinaryOperation binary => Binary(binary, depth),
        IInvocationOperation call => CallBounds.Judge(call, depth),
        IPropertyReferenceOperation property => MemberBounds.Judge(property, depth),
        IFieldReferenceOperation field => MemberBounds.Judge(field.Field.Name, field.Instance, field.Field.ContainingType),
        ILocalReferenceOperation local => Local(local, depth),
        IParameterReferenceOperation parameter => Named(parameter.Parameter.Name),
        IArrayElementReferenceOperation element => element.Indices.All(static index => UnboundedTypes.IsBounded(Unwrap(index).Type))
            ? ValueVerdict.Bounded
            : Judge(element.ArrayReference, depth),
        IAssignmentOperation assignment => Judge(assignment.Value, depth),
        IImplicitIndexerReferenceOperation part => Judge(part.Instance, depth),
        ITupleOperation tuple => Worst(tuple.Elements, depth),
        IAnonymousObjectCreationOperation made => Worst(made.Initializers, depth),
        IArrayCreationOperation { Initializer: { } items } => Worst(items.ElementValues, depth),
        ICollectionExpressionOperation collection => Worst(collection.Elements, depth),
        _ => ValueVerdict.Unknown,
    };

    /// <summary>Of several values, what that with the most has.</summary>
    internal static ValueVerdict Worst(IEnumerable<IOperation> values, int depth) =>
        values.Select(value => Judge(value, depth)).Aggregate(ValueVerdict.Bounded, static (all, one) => all.Or(one));

    /// <summary><c>known.Contains(path) ? path : "other"</c> bounds the path.</summary>
    private static ValueVerdict Branch(IOperation? value, IOperation condition, int depth)
    {
        var verdict = Judge(value, depth);
        return verdict.Kind != ValueKind.Bounded && value is not null && ReferencedSymbol(Unwrap(value)) is { } symbol
            && condition.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call =>
                (call.TargetMethod.Name.StartsWith("Contains", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Try", StringComparison.Ordinal)
                    || call.TargetMethod.Name.StartsWith("Is", StringComparison.Ordinal))
                && call.TargetMethod.Name is not "IsNullOrEmpty" and not "IsNullOrWhiteSpace"
                && call.Arguments.Any(argument => SymbolEqualityComparer.Default.Equals(ReferencedSymbol(Unwrap(argument.Value)), symbol)))
            ? ValueVerdict.Bounded
            : verdict;
    }

    private static ISymbol? ReferencedSymbol(IOperation value) => value switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IMemberReferenceOperation member => member.Member,
        _ => null,
    };

    private static ValueVerdict Binary(IBinaryOperation binary, int depth) => binary.OperatorKind switch
    {
        // "5xx" from a status code, one of n shards from a hash.
        BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder or BinaryOperatorKind.And or BinaryOperatorKind.RightShift when binary.RightOperand.ConstantValue.HasValue
            || binary.OperatorKind == BinaryOperatorKind.Remainder => ValueVerdict.Bounded,
        _ => Judge(binary.LeftOperand, depth).Or(Judge(binary.RightOperand, depth)),
    };

    /// <summary>A variable is what it was given, and where that does not say, what it is called.</summary>
    private static ValueVerdict Local(ILocalReferenceOperation reference, int depth)
    {
        var named = Named(reference.Local.Name);
        var given = LocalValues.Of(reference);
        if (given.Count == 0)
        {
            return named;
        }

        var verdict = Worst(given, depth);
        return verdict.Kind is ValueKind.Unknown or ValueKind.Call && verdict.Name.Certainty == Certainty.None ? named : verdict;
    }

    /// <summary>What a name alone says.</summary>
    internal static ValueVerdict Named(string name) => new(ValueKind.Unknown, UnboundedNames.Judge(name));

    /// <summary>What stands before the <c>?.</c> that the placeholder stands behind.</summary>
    private static IOperation? Accessed(IOperation placeholder)
    {
        for (var operation = placeholder; operation.Parent is { } parent; operation = parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == operation)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static bool IsLoopCounter(IOperation value) =>
        value is ILocalReferenceOperation { Local: { } local } && LocalValues.IsLoopCounter(local);

    /// <summary>The expression without what does not change its value's variety.</summary>
    internal static IOperation Unwrap(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                case IAwaitOperation awaited:
                    value = awaited.Operation is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } ? task : awaited.Operation;
                    break;
                default:
                    return value;
            }
        }
    }
}
