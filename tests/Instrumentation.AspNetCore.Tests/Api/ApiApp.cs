using System.Text.Json.Nodes;
using Instrumentation.Alerting;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Instrumentation.AspNetCore.Tests.Api;

/// <summary>An application with the API over <see cref="Samples"/>.</summary>
internal static class ApiApp
{
    public static Task<TestApp> StartAsync(Action<IServiceCollection>? services = null) => TestApp.StartAsync(
        collection =>
        {
            collection.AddSingleton<ISampleSource>(Samples.Store()).AddSingleton<IAlerts>(new TestAlerts());
            services?.Invoke(collection);
        },
        static app => app.MapPrometheusApi());

    public static async Task<(int Status, JsonNode Body)> AskAsync(this HttpClient http, string path, params (string Name, string Value)[] form)
    {
        using var content = form.Length == 0 ? null : new FormUrlEncodedContent(form.Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)));
        using var response = content is null ? await http.GetAsync(path) : await http.PostAsync(path, content);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }
}
