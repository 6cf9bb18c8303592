using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Cardinality;

/// <summary>Judges how many values a property or field has: by what is known of it, by what it belongs to, and by its name.</summary>
internal static class MemberBounds
{
    /// <summary>Members that hand on what they belong to.</summary>
    private static readonly HashSet<string> s_wrapping = new(StringComparer.Ordinal) { "Value", "Result", "RawValue", "Current", "Item" };

    internal static ValueVerdict Judge(IPropertyReferenceOperation reference, int depth)
    {
        var property = reference.Property;
        if (KnownMembers.Find(property) is { } known)
        {
            return known;
        }

        if (property.IsIndexer)
        {
            // A header, a claim, a route value by its name; or a table from few to few.
            var index = reference.Arguments.Length == 1 ? ValueBounds.Unwrap(reference.Arguments[0].Value) : null;
            return index?.ConstantValue is { HasValue: true, Value: string key } ? ValueBounds.Named(key)
                : UnboundedTypes.IsBounded(index?.Type) ? ValueVerdict.Bounded
                : ValueBounds.Judge(reference.Instance, depth);
        }

        return s_wrapping.Contains(property.Name) && reference.Instance is { } instance && instance is not IInstanceReferenceOperation
            ? ValueBounds.Judge(instance, depth)
            : Judge(property.Name, reference.Instance, property.ContainingType);
    }

    /// <summary>A member named <c>Id</c> or <c>Name</c> is understood with what it belongs to.</summary>
    internal static ValueVerdict Judge(string name, IOperation? instance, INamedTypeSymbol type)
    {
        var words = NameWords.Split(name);
        if (words.Count != 1 || Vocabulary.Few.Contains(words[0]) || words[0] is not ("id" or "identifier" or "name" or "key" or "number" or "handle" or "alias" or "login" or "address" or "code"))
        {
            return ValueBounds.Named(name);
        }

        var receiver = instance is null ? null : ValueBounds.Unwrap(instance) switch
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
}
