using System.Reflection;
using Instrumentation.AspNetCore.Api.Answers;
using Instrumentation.AspNetCore.Api.Requests;

namespace Instrumentation.AspNetCore.Api.Endpoints;

/// <summary><c>/status/buildinfo</c>: by its version clients decide what they may ask for.</summary>
internal static class StatusEndpoints
{
    /// <summary>The Prometheus whose language and API this is.</summary>
    private const string SpokenVersion = "3.5.0";

    internal static ValueTask<ApiAnswer> BuildInfo(PrometheusApi api, ApiRequest request, CancellationToken cancellation) => new(ApiAnswer.Of(static writer =>
    {
        var assembly = typeof(StatusEndpoints).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
        var json = writer.Json;
        json.WriteStartObject();
        json.WriteString("version", SpokenVersion);
        json.WriteString("revision", version);
        json.WriteString("branch", "Instrumentation");
        json.WriteString("buildUser", "");
        json.WriteString("buildDate", "");
        json.WriteString("goVersion", "");
        json.WriteEndObject();
    }));
}
