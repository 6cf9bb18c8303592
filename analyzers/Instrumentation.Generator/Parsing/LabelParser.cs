using System.Globalization;
using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>
/// Parses the parameters that are labels. Their values must be bounded, or a single client could make series without end.
/// </summary>
internal sealed class LabelParser(TypeNames names, FindingList findings)
{
    public const int MaxLimit = 10_000;

    private readonly List<LabelModel> _labels = [];
    private readonly List<LabelArgument> _arguments = [];

    public EquatableArray<LabelModel> Labels => new(_labels);

    public EquatableArray<LabelArgument> Arguments => new(_arguments);

    /// <summary>Adds a parameter of a monitored method, if its attribute makes it a label.</summary>
    public void Add(IParameterSymbol parameter)
    {
        if (parameter.Find(Attributes.MetricLabel) is not { } attribute)
        {
            return;
        }

        if (parameter.RefKind == RefKind.Out)
        {
            findings.Refuse(
                FindingIds.UnboundedLabel,
                SourceLocation.Of(attribute),
                parameter.Name,
                parameter.Type.ToDisplayString(),
                "an out parameter has no value yet when the call starts");
            return;
        }

        Add(new LabelSource(parameter, parameter.Name, parameter.Type, attribute), NameRules.WhyInvalidLabel);
    }

    /// <summary>Adds what is to be a label; leaves a finding when it cannot be one.</summary>
    /// <param name="source">Where the label's value comes from.</param>
    /// <param name="whyInvalidName">Which names it may have.</param>
    public void Add(LabelSource source, Func<string, string?> whyInvalidName)
    {
        var name = source.LabelName;
        if ((whyInvalidName(name) ?? (_labels.Any(label => label.Name == name) ? "another label has it" : null)) is { } why)
        {
            findings.Refuse(FindingIds.InvalidLabelName, source.Location, name, why);
        }

        var isNullable = source.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var type = isNullable ? ((INamedTypeSymbol)source.Type).TypeArguments[0] : source.Type;
        switch (type)
        {
            case { SpecialType: SpecialType.System_String }:
                AddString(source, name);
                break;
            case { SpecialType: SpecialType.System_Boolean } when IsBare(source):
                LabelCase[] cases = [new("false", 0), new("true", 1)];
                Add(source, name, ["false", "true"], LabelIndexing.Bool, cases, hasNull: isNullable, hasOther: false);
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration when IsBare(source):
                AddEnum(source, enumeration, name, isNullable);
                break;
            case { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum }:
                break;
            default:
                RefuseType(source, "a label is a bool, an enum, or a string with Values or Limit; map the value to one of these");
                break;
        }
    }

    private void AddString(LabelSource source, string name)
    {
        var values = source.Attribute?.Array<string?>(nameof(LabelModel.Values));
        var hasLimit = source.Attribute?.IsGiven(nameof(LabelModel.Limit)) == true;
        var limit = source.Attribute?.Argument(nameof(LabelModel.Limit)).Value as int? ?? 0;
        if (values is null && !hasLimit)
        {
            RefuseType(source, "give its Values, or a Limit");
        }
        else if (WhyInvalidBounds(values, hasLimit, limit) is { } why)
        {
            findings.Refuse(FindingIds.InvalidLabelValues, source.Location, source.Name, why);
        }
        else if (values is null)
        {
            _labels.Add(new(name, EquatableArray<string>.Empty, HasNone: true, HasOther: true, limit));
            _arguments.Add(new(
                TypeNames.Escape(source.Name),
                StringType,
                LabelIndexing.Limited,
                EquatableArray<LabelCase>.Empty,
                NullIndex: limit,
                OtherIndex: limit + 1,
                Unsigned: "uint",
                IsGeneric: false));
        }
        else
        {
            var cases = values.Select((value, index) => new LabelCase(Literals.Of(value!), index));
            Add(source, name, [.. values.Select(value => value!)], LabelIndexing.Cases, [.. cases], hasNull: true, hasOther: true);
        }
    }

    private static string? WhyInvalidBounds(IReadOnlyList<string?>? values, bool hasLimit, int limit) => values switch
    {
        not null when hasLimit => "it has both Values and Limit",
        { Count: 0 } => "Values is empty",
        not null when values.Any(value => value is null) => "Values holds a null; null always reads 'none'",
        not null when values.Distinct(StringComparer.Ordinal).Count() < values.Count => "Values holds a value twice",
        not null when values.Count > MaxLimit => $"Values holds more than {MaxLimit.ToString(CultureInfo.InvariantCulture)} values",
        null when limit is < 1 or > MaxLimit => $"Limit must be from 1 to {MaxLimit.ToString(CultureInfo.InvariantCulture)}",
        _ => null,
    };

    private void AddEnum(LabelSource source, INamedTypeSymbol type, string name, bool isNullable)
    {
        var members = EnumMember.AllOf(type, names);
        if (members.Count == 0)
        {
            RefuseType(source, "the enum has no members");
            return;
        }

        // Two members may read the same, by attribute or by snake_case: they share one value.
        var values = members.Select(member => member.Label).Distinct(StringComparer.Ordinal).ToList();
        var cases = members.Select(member => new LabelCase(member.Pattern, values.IndexOf(member.Label))).ToArray();
        var isRange = values.Count == members.Count && members.Select((member, index) => member.Value == index).All(isAtIndex => isAtIndex);
        var unsigned = type.EnumUnderlyingType?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 ? "ulong" : "uint";
        Add(source, name, values, isRange ? LabelIndexing.EnumRange : LabelIndexing.Cases, cases, isNullable, hasOther: true, unsigned);
    }

    private void Add(
        LabelSource source,
        string name,
        List<string> values,
        LabelIndexing indexing,
        LabelCase[] cases,
        bool hasNull,
        bool hasOther,
        string unsigned = "uint")
    {
        // A declared value that reads "none" or "other" takes what would be counted under that name.
        var hasNone = hasNull && !values.Contains("none");
        var hasOwnOther = hasOther && !values.Contains("other");
        var nullIndex = !hasNull ? -1 : hasNone ? values.Count : values.IndexOf("none");
        var otherIndex = !hasOther ? -1 : hasOwnOther ? values.Count + (hasNone ? 1 : 0) : values.IndexOf("other");
        var isString = source.Type.SpecialType == SpecialType.System_String;
        _labels.Add(new(name, new EquatableArray<string>(values), hasNone, hasOwnOther, Limit: 0));
        _arguments.Add(new(
            TypeNames.Escape(source.Name),
            isString ? StringType : names.Of(source.Type),
            indexing,
            indexing == LabelIndexing.Cases ? new EquatableArray<LabelCase>(cases) : EquatableArray<LabelCase>.Empty,
            nullIndex,
            otherIndex,
            unsigned,
            IsGeneric(source.Type)));
    }

    private static bool IsGeneric(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol parameter => parameter.TypeParameterKind == TypeParameterKind.Method,
        IArrayTypeSymbol array => IsGeneric(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsGeneric) || (named.ContainingType is { } outer && IsGeneric(outer)),
        _ => false,
    };

    /// <summary>Null can arrive whatever the parameter's annotation promises.</summary>
    private string StringType => names.IsNullable ? "string?" : "string";

    private bool IsBare(LabelSource source)
    {
        if (source.Attribute is not { } attribute || (!attribute.IsGiven(nameof(LabelModel.Values)) && !attribute.IsGiven(nameof(LabelModel.Limit))))
        {
            return true;
        }

        findings.Refuse(
            FindingIds.InvalidLabelValues, source.Location, source.Name, "Values and Limit are for strings; the type says all its values");
        return false;
    }

    private void RefuseType(LabelSource source, string advice) =>
        findings.Refuse(FindingIds.UnboundedLabel, source.Location, source.Name, source.Type.ToDisplayString(), advice);
}
