using Instrumentation.Generator.Parsing;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Cardinality;

/// <summary>Judges by its type how many values something takes.</summary>
internal static class UnboundedTypes
{
    private static readonly Dictionary<string, string> s_known = new(StringComparer.Ordinal)
    {
        ["System.Guid"] = "a unique identifier",
        ["System.DateTime"] = "a point in time",
        ["System.DateTimeOffset"] = "a point in time",
        ["System.DateOnly"] = "a date",
        ["System.TimeOnly"] = "a time of day",
        ["System.TimeSpan"] = "a duration",
        ["System.Uri"] = "a URL",
        ["System.Net.IPAddress"] = "a network address",
        ["System.Net.EndPoint"] = "a network address",
        ["System.Net.IPEndPoint"] = "a network address",
        ["System.Net.DnsEndPoint"] = "a network address",
        ["System.Net.NetworkInformation.PhysicalAddress"] = "a network address",
        ["System.Net.Mail.MailAddress"] = "an e-mail address",
        ["System.Diagnostics.ActivityTraceId"] = "an id of a trace",
        ["System.Diagnostics.ActivitySpanId"] = "an id of a span",
        ["System.Diagnostics.StackTrace"] = "the text of an exception",
        ["Microsoft.AspNetCore.Http.PathString"] = "a path",
        ["Microsoft.AspNetCore.Http.QueryString"] = "a query",
        ["Microsoft.AspNetCore.Http.HostString"] = "a host name that clients send",
        ["Microsoft.AspNetCore.Http.IQueryCollection"] = "a query",
    };

    /// <summary>Whether the type says all its values, and they are few.</summary>
    internal static bool IsBounded(ITypeSymbol? type) => Underlying(type) is
        { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte };

    internal static bool IsNumber(ITypeSymbol? type) => Underlying(type) is
        {
            SpecialType: SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64
            or SpecialType.System_UInt64 or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_IntPtr or SpecialType.System_UIntPtr
        } or { Name: "BigInteger" or "Int128" or "UInt128" or "Half" };

    internal static bool IsException(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsNamed("System.Exception"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What the values of the type are, when the type alone says that they have no end; null otherwise.</summary>
    internal static string? What(ITypeSymbol? type)
    {
        type = Underlying(type);
        if (type is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte })
        {
            return "a sequence of bytes";
        }

        if (type is null || IsBounded(type) || type.SpecialType is not (SpecialType.None or SpecialType.System_DateTime) || type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (IsException(type))
        {
            return "the text of an exception";
        }

        // The name alone is looked at before the text of the whole is made: this runs for every tag of every call.
        var isOfFramework = named.ContainingNamespace?.ToString() is { } space
            && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal));
        if (isOfFramework)
        {
            return s_known.TryGetValue(named.ToString(), out var what) ? what : null;
        }

        // A type of one's own such as PlayerId, wrapped around a string or number.
        return named.TypeArguments.IsEmpty && UnboundedNames.Judge(named.Name) is { Certainty: Certainty.Certain } verdict ? verdict.What : null;
    }

    internal static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;
}
