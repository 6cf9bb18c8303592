using System.Net;

namespace Instrumentation.Alerting.Tests.Notifiers;

/// <summary>Answers as a test says and keeps what was sent.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage>? answer = null) : HttpMessageHandler
{
    public List<(Uri Address, string? Authorization, string Body)> Requests { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("application/json; charset=utf-8", request.Content!.Headers.ContentType!.ToString());
        var authorization = request.Headers.TryGetValues("Authorization", out var values) ? values.Single() : null;
        Requests.Add((request.RequestUri!, authorization, await request.Content.ReadAsStringAsync(cancellationToken)));
        return answer?.Invoke(request) ?? new HttpResponseMessage(HttpStatusCode.OK);
    }
}
