using Microsoft.AspNetCore.Http;

namespace Instrumentation.AspNetCore.Api.Requests;

/// <summary>A request that is answered with an error, in the classes of Prometheus' API (web/api/v1/api.go).</summary>
internal sealed class ApiException : Exception
{
    private ApiException(int status, string type, string message, Exception? inner = null)
        : base(message, inner) => (Status, Type) = (status, type);

    internal int Status { get; }

    internal string Type { get; }

    internal static ApiException BadData(string message, Exception? inner = null) => new(StatusCodes.Status400BadRequest, "bad_data", message, inner);

    internal static ApiException BadParameter(string name, string message, Exception? inner = null) =>
        BadData($"invalid parameter \"{name}\": {message}", inner);

    internal static ApiException Execution(string message, Exception inner) => new(StatusCodes.Status422UnprocessableEntity, "execution", message, inner);

    internal static ApiException Timeout(string message, Exception? inner = null) => new(StatusCodes.Status503ServiceUnavailable, "timeout", message, inner);
}
