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

    /// <summary>Text functions whose result varies as what they are called on.</summary>
    private static readonly HashSet<string> s_transparent = new(StringComparer.Ordinal)
    {
        "ToString", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant", "Trim", "TrimStart", "TrimEnd", "Replace", "Substring", "PadLeft", "PadRight", "Remove", "Insert",
        "GetValueOrDefault", "ToStringInvariant", "AsSpan", "ToHexString", "ToUnixTimeSeconds", "ToUnixTimeMilliseconds", "GetComponents", "GetLeftPart", "ToUriComponent",
    };

    /// <summary>Functions that take one out of many.</summary>
    private static readonly HashSet<string> s_choosing = new(StringComparer.Ordinal)
    {
        "First", "FirstOrDefault", "Last", "LastOrDefault", "Single", "SingleOrDefault", "ElementAt", "ElementAtOrDefault", "Dequeue", "Pop", "Peek",
    };

    /// <summary>Static functions whose result varies as their arguments.</summary>
    private static readonly HashSet<string> s_joining = new(StringComparer.Ordinal)
    {
        "Concat", "Join", "Format", "Intern", "Create", "EscapeDataString", "UrlEncode", "ToString", "ToBase64String", "ToHexString", "Copy", "CreateInvariant",
    };

    /// <summary>Members that hand on what they belong to.</summary>
    private static readonly HashSet<string> s_wrapping = new(StringComparer.Ordinal) { "Value", "Result", "RawValue", "Current", "Item" };

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
        IInvocationOperation call => Call(call, depth),
        IPropertyReferenceOperation property => Property(property, depth),
        IFieldReferenceOperation field => Member(field.Field.Name, field.Instance, field.Field.ContainingType),
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

    private static ValueVerdict Worst(IEnumerable<IOperation> values, int depth) =>
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

    private static ValueVerdict Call(IInvocationOperation call, int depth)
    {
        var method = call.TargetMethod;
        if ((method.Name == "GetType" && method.ContainingType.SpecialType == SpecialType.System_Object)
            || (method.Name is "GetName" or "GetNames" or "GetValues" && method.ContainingType.SpecialType == SpecialType.System_Enum)
            || IsOfFew(call))
        {
            return ValueVerdict.Bounded;
        }

        if (method.Name == "GetHashCode")
        {
            return ValueVerdict.Unbounded("a hash");
        }

        if (s_transparent.Contains(method.Name) && call.Instance is { } instance)
        {
            return Judge(instance, depth);
        }

        // One of many is as one of them is called.
        if (s_choosing.Contains(method.Name) && (call.Instance ?? call.Arguments.FirstOrDefault()?.Value) is { } many)
        {
            return Judge(many, depth);
        }

        if (s_joining.Contains(method.Name) && method.IsStatic && method.ContainingNamespace?.Name is "System" or "Net" or "Web")
        {
            return Worst(
                call.Arguments.SelectMany(static argument => Unwrap(argument.Value) is IArrayCreationOperation { Initializer: { } items } ? items.ElementValues : [argument.Value]), depth);
        }

        if (method.Name is "FindFirstValue" or "FindFirst" or "GetClaimValue")
        {
            var claim = call.Arguments.Select(static argument => argument.Value.ConstantValue.Value as string).FirstOrDefault(static text => text is not null) ?? "";
            return UnboundedNames.Judge(claim.Substring(claim.LastIndexOf('/') + 1)).Certainty == Certainty.Harmless
                ? ValueVerdict.Unknown
                : ValueVerdict.Unbounded("a claim of a user");
        }

        var words = NameWords.Split(method.Name);
        while (words.Count > 1 && Vocabulary.Trailers.Contains(words[words.Count - 1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        while (words.Count > 1 && Vocabulary.Verbs.Contains(words[0]))
        {
            words.RemoveAt(0);
        }

        if (words.Count > 0 && IsBounding(words[0]))
        {
            return ValueVerdict.Bounded;
        }

        var verdict = UnboundedNames.Judge(string.Join("_", words));
        return new(verdict.Certainty == Certainty.None ? ValueKind.Call : ValueKind.Unknown, verdict);
    }

    /// <summary>Functions of the framework that make few numbers of many: <c>Math.Min(count, 5)</c>, <c>Random.Shared.Next(3)</c>, <c>BitOperations.Log2(size)</c>.</summary>
    private static bool IsOfFew(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "Sign", ContainingType.Name: "Math" or "MathF" } or { Name: "Log2" or "LeadingZeroCount" or "TrailingZeroCount" or "PopCount", ContainingType.Name: "BitOperations" } => true,
        { Name: "Min", ContainingType.Name: "Math" or "MathF" } => call.Arguments.Any(static argument => argument.Value.ConstantValue.HasValue),
        { Name: "Next", ContainingType.Name: "Random" } or { Name: "GetInt32", ContainingType.Name: "RandomNumberGenerator" } =>
            call.Arguments.Length > 0 && call.Arguments.All(static argument => argument.Value.ConstantValue.HasValue),
        _ => false,
    };

    private static bool IsBounding(string word) =>
        Vocabulary.Bounding.Contains(word) || Vocabulary.Bounding.Contains(word.TrimEnd('d')) || (word.Length > 3 && Vocabulary.Bounding.Contains(word.Substring(0, word.Length - 2)));

    private static ValueVerdict Property(IPropertyReferenceOperation reference, int depth)
    {
        var property = reference.Property;
        if (KnownMembers.Find(property) is { } known)
        {
            return known;
        }

        if (property.IsIndexer)
        {
            // A header, a claim, a route value by its name; or a table from few to few.
            var index = reference.Arguments.Length == 1 ? Unwrap(reference.Arguments[0].Value) : null;
            return index?.ConstantValue is { HasValue: true, Value: string key } ? Named(key)
                : UnboundedTypes.IsBounded(index?.Type) ? ValueVerdict.Bounded
                : Judge(reference.Instance, depth);
        }

        return s_wrapping.Contains(property.Name) && reference.Instance is { } instance && instance is not IInstanceReferenceOperation
            ? Judge(instance, depth)
            : Member(property.Name, reference.Instance, property.ContainingType);
    }

    /// <summary>A member named <c>Id</c> or <c>Name</c> is understood with what it belongs to.</summary>
    private static ValueVerdict Member(string name, IOperation? instance, INamedTypeSymbol type)
    {
        var words = NameWords.Split(name);
        if (words.Count != 1 || Vocabulary.Few.Contains(words[0]) || words[0] is not ("id" or "identifier" or "name" or "key" or "number" or "handle" or "alias" or "login" or "address" or "code"))
        {
            return Named(name);
        }

        var receiver = instance is null ? null : Unwrap(instance) switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name,
            _ => null,
        };
        var byReceiver = receiver is null ? NameVerdict.None : UnboundedNames.Judge($"{receiver}_{name}");
        var byType = UnboundedNames.Judge($"{(instance?.Type ?? type).Name}_{name}");
        if (instance is null or IInstanceReferenceOperation && byType.Certainty == Certainty.Harmless && words[0] == "name")
        {
            return ValueVerdict.Unknown;
        }

        var isTold = receiver is not null && byReceiver.Certainty is Certainty.Certain
            || (byReceiver.Certainty is Certainty.Harmless && words[0] is not "name" && byType.Certainty != Certainty.Certain);
        return new(ValueKind.Unknown, isTold ? byReceiver : byType.Certainty == Certainty.None ? byReceiver : byType);
    }

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

    private static ValueVerdict Named(string name) => new(ValueKind.Unknown, UnboundedNames.Judge(name));

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
