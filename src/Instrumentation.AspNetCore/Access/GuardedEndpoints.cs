using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Access;

/// <summary>
/// Keeps endpoints that show more than metrics and liveness, or change something, to this machine unless authorisation was configured for them.
/// </summary>
internal static class GuardedEndpoints
{
    // Set by AuthorizationMiddleware; the routing middleware looks for the same, to refuse an endpoint whose policy nobody checked.
    private const string AuthorizationRan = "__AuthorizationMiddlewareWithEndpointInvoked";

    /// <summary>Wraps every endpoint of the builder. Conventions that are added later, such as <c>RequireAuthorization</c>, are taken into account.</summary>
    internal static TBuilder OnlyLoopbackUnlessAuthorized<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        builder.Finally(static endpoint =>
        {
            if (endpoint.RequestDelegate is { } next)
            {
                endpoint.RequestDelegate = context => IsAllowed(context) ? next(context) : RefuseAsync(context);
            }
        });
        return builder;
    }

    private static bool IsAllowed(HttpContext context) => WasAuthorized(context) || LoopbackOnly.Allows(context);

    /// <summary>Whether the authorisation middleware has let this request through by a policy, be it the endpoint's own or the fallback of the application.</summary>
    private static bool WasAuthorized(HttpContext context)
    {
        var metadata = context.GetEndpoint()?.Metadata;
        if (metadata is null || metadata.GetMetadata<IAllowAnonymous>() is not null || !context.Items.ContainsKey(AuthorizationRan))
        {
            return false;
        }

        return metadata.GetMetadata<IAuthorizeData>() is not null
            || metadata.GetMetadata<AuthorizationPolicy>() is not null
            || metadata.GetMetadata<IAuthorizationRequirementData>() is not null
            || context.RequestServices.GetService<IOptions<AuthorizationOptions>>()?.Value.FallbackPolicy is not null;
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(
            "This endpoint answers requests from its own machine only, and not those that a proxy passes on. "
            + "To open it, configure authorisation: call RequireAuthorization() on what the Map… method returned.\n",
            context.RequestAborted);
    }
}
