using Microsoft.CodeAnalysis;

namespace Instrumentation.Analyzers.Cardinality;

/// <summary>Members of the framework whose names do not say, or say wrongly, how many values they take.</summary>
internal static class KnownMembers
{
    private static readonly Dictionary<string, ValueVerdict> s_members = new(StringComparer.Ordinal)
    {
        ["System.Environment.MachineName"] = ValueVerdict.Bounded,
        ["System.Environment.ProcessId"] = ValueVerdict.Bounded,
        ["System.Environment.UserName"] = ValueVerdict.Bounded,
        ["System.Environment.ProcessPath"] = ValueVerdict.Bounded,
        ["System.Environment.ProcessorCount"] = ValueVerdict.Bounded,
        ["System.Environment.TickCount"] = ValueVerdict.Unbounded("a point in time"),
        ["System.Environment.TickCount64"] = ValueVerdict.Unbounded("a point in time"),
        ["System.AppDomain.FriendlyName"] = ValueVerdict.Bounded,
        ["System.Uri.OriginalString"] = ValueVerdict.Unbounded("a URL"),
        ["System.Uri.Port"] = ValueVerdict.Bounded,
        ["Microsoft.AspNetCore.Http.HttpRequest.Path"] = ValueVerdict.Unbounded("a path"),
        ["Microsoft.AspNetCore.Http.HttpRequest.PathBase"] = ValueVerdict.Bounded,
        ["Microsoft.AspNetCore.Http.HttpRequest.Method"] = ValueVerdict.Bounded,
        ["Microsoft.AspNetCore.Http.HttpRequest.Protocol"] = ValueVerdict.Bounded,
        ["Microsoft.AspNetCore.Http.HttpRequest.Scheme"] = ValueVerdict.Bounded,
        ["Microsoft.AspNetCore.Http.HttpRequest.ContentType"] = ValueVerdict.Unknown,
        ["Microsoft.AspNetCore.Http.HttpContext.TraceIdentifier"] = ValueVerdict.Unbounded("an id of a request"),
        ["Microsoft.AspNetCore.Http.ConnectionInfo.Id"] = ValueVerdict.Unbounded("an id of a connection"),
        ["Microsoft.AspNetCore.Http.ConnectionInfo.RemotePort"] = ValueVerdict.Unbounded("a network address"),
        ["Microsoft.AspNetCore.Http.ConnectionInfo.LocalPort"] = ValueVerdict.Bounded,
        ["System.Security.Principal.IIdentity.Name"] = ValueVerdict.Unbounded("the name of a user"),
        ["System.Security.Claims.ClaimsIdentity.Name"] = ValueVerdict.Unbounded("the name of a user"),
        ["System.Security.Claims.Claim.Value"] = ValueVerdict.Unbounded("a claim of a user"),
        ["Microsoft.AspNetCore.Routing.RouteEndpoint.RoutePattern"] = ValueVerdict.Bounded,
        ["Microsoft.AspNetCore.Routing.Patterns.RoutePattern.RawText"] = ValueVerdict.Bounded,
        ["Microsoft.AspNetCore.Http.Endpoint.DisplayName"] = ValueVerdict.Bounded,
        ["System.Diagnostics.Activity.DisplayName"] = ValueVerdict.Unknown,
        ["System.Diagnostics.Activity.OperationName"] = ValueVerdict.Bounded,
    };

    internal static ValueVerdict? Find(IPropertySymbol property)
    {
        if (UnboundedTypes.IsException(property.ContainingType) && property.Name is "Message" or "StackTrace" or "HelpLink")
        {
            return ValueVerdict.Unbounded("the text of an exception");
        }

        // Names of types and members are as many as the code has.
        for (var type = property.ContainingType; type is not null; type = type.BaseType)
        {
            if (type is { Name: "MemberInfo" or "Assembly" or "AssemblyName", ContainingNamespace.Name: "Reflection" })
            {
                return ValueVerdict.Bounded;
            }
        }

        return s_members.TryGetValue($"{property.ContainingType}.{property.Name}", out var verdict) ? verdict : null;
    }
}
