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

    public void Add(IParameterSymbol parameter)
    {
        if (parameter.Find(Attributes.MetricLabel) is not { } attribute)
        {
            return;
        }

        var location = SourceLocation.Of(attribute) ?? SourceLocation.Of(parameter);
        var name = attribute.FirstString() ?? SnakeCase.Of(parameter.Name);
        var why = NameRules.WhyInvalidLabel(name) ?? (_labels.Any(label => label.Name == name) ? "another label of the method has it" : null);
        if (why is not null)
        {
            findings.Refuse(FindingIds.InvalidLabelName, location, name, why);
        }

        if (parameter.RefKind == RefKind.Out)
        {
            RefuseType(parameter, location, "an out parameter has no value yet when the call starts");
            return;
        }

        var isNullable = parameter.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var type = isNullable ? ((INamedTypeSymbol)parameter.Type).TypeArguments[0] : parameter.Type;
        switch (type)
        {
            case { SpecialType: SpecialType.System_String }:
                AddString(parameter, attribute, name, location);
                break;
            case { SpecialType: SpecialType.System_Boolean } when IsBare(parameter, attribute, location):
                LabelCase[] cases = [new("false", 0), new("true", 1)];
                Add(parameter, name, ["false", "true"], LabelIndexing.Bool, cases, hasNull: isNullable, hasOther: false);
                break;
            case INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration when IsBare(parameter, attribute, location):
                AddEnum(parameter, enumeration, name, isNullable, location);
                break;
            case { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum }:
                break;
            default:
                RefuseType(parameter, location, "a label is a bool, an enum, or a string with Values or Limit; map the value to one of these");
                break;
        }
    }

    private void AddString(IParameterSymbol parameter, AttributeData attribute, string name, SourceLocation? location)
    {
        var values = attribute.Array<string?>(nameof(LabelModel.Values));
        var hasLimit = attribute.IsGiven(nameof(LabelModel.Limit));
        var limit = attribute.Argument(nameof(LabelModel.Limit)).Value as int? ?? 0;
        if (values is null && !hasLimit)
        {
            RefuseType(parameter, location, "give its Values, or a Limit");
        }
        else if (WhyInvalidBounds(values, hasLimit, limit) is { } why)
        {
            findings.Refuse(FindingIds.InvalidLabelValues, location, parameter.Name, why);
        }
        else if (values is null)
        {
            _labels.Add(new(name, EquatableArray<string>.Empty, HasNone: true, HasOther: true, limit));
            _arguments.Add(new(
                TypeNames.Escape(parameter.Name),
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
            Add(parameter, name, [.. values.Select(value => value!)], LabelIndexing.Cases, [.. cases], hasNull: true, hasOther: true);
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

    private void AddEnum(IParameterSymbol parameter, INamedTypeSymbol type, string name, bool isNullable, SourceLocation? location)
    {
        var members = EnumMember.AllOf(type, names);
        if (members.Count == 0)
        {
            RefuseType(parameter, location, "the enum has no members");
            return;
        }

        // Two members may read the same, by attribute or by snake_case: they share one value.
        var values = members.Select(member => member.Label).Distinct(StringComparer.Ordinal).ToList();
        var cases = members.Select(member => new LabelCase(member.Pattern, values.IndexOf(member.Label))).ToArray();
        var isRange = values.Count == members.Count && members.Select((member, index) => member.Value == index).All(isAtIndex => isAtIndex);
        var unsigned = type.EnumUnderlyingType?.SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64 ? "ulong" : "uint";
        Add(parameter, name, values, isRange ? LabelIndexing.EnumRange : LabelIndexing.Cases, cases, isNullable, hasOther: true, unsigned);
    }

    private void Add(
        IParameterSymbol parameter,
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
        var isString = parameter.Type.SpecialType == SpecialType.System_String;
        _labels.Add(new(name, new EquatableArray<string>(values), hasNone, hasOwnOther, Limit: 0));
        _arguments.Add(new(
            TypeNames.Escape(parameter.Name),
            isString ? StringType : names.Of(parameter.Type),
            indexing,
            indexing == LabelIndexing.Cases ? new EquatableArray<LabelCase>(cases) : EquatableArray<LabelCase>.Empty,
            nullIndex,
            otherIndex,
            unsigned,
            IsGeneric(parameter.Type)));
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

    private bool IsBare(IParameterSymbol parameter, AttributeData attribute, SourceLocation? location)
    {
        if (!attribute.IsGiven(nameof(LabelModel.Values)) && !attribute.IsGiven(nameof(LabelModel.Limit)))
        {
            return true;
        }

        findings.Refuse(FindingIds.InvalidLabelValues, location, parameter.Name, "Values and Limit are for strings; the type says all its values");
        return false;
    }

    private void RefuseType(IParameterSymbol parameter, SourceLocation? location, string advice) =>
        findings.Refuse(FindingIds.UnboundedLabel, location, parameter.Name, parameter.Type.ToDisplayString(), advice);
}
