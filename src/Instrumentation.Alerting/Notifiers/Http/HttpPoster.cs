using System.Net;
using System.Net.Http.Headers;

namespace Instrumentation.Alerting.Notifiers.Http;

/// <summary>Posts JSON to a secret address, and says what became of it without giving the address away.</summary>
internal sealed class HttpPoster : IDisposable
{
    private const int MostOfAnswer = 200;

    private readonly HttpClient _http;
    private readonly SecretAddress _address;
    private readonly TimeProvider _time;

    internal HttpPoster(HttpNotifierOptions options, TimeProvider time)
    {
        (_address, _time) = (new SecretAddress(options), time);
        _http = new HttpClient(options.Handler ?? MakeHandler(), disposeHandler: options.Handler is null)
        {
            // Each attempt has its own time limit.
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Instrumentation", "1.0"));
    }

    /// <exception cref="NotificationException">It was not taken.</exception>
    internal async Task PostAsync(ReadOnlyMemory<byte> json, string? authorization, CancellationToken cancellation)
    {
        var address = await _address.ReadAsync(cancellation).ConfigureAwait(false);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw await RefusalAsync(response, address, authorization, cancellation).ConfigureAwait(false);
            }
        }
        catch (HttpRequestException exception)
        {
            // Its message names the host, and some handlers put the whole address into theirs.
            throw new NotificationException($"{address.Host} could not be reached ({exception.HttpRequestError})", isTransient: true);
        }
    }

    public void Dispose() => _http.Dispose();

    // No propagator means no activity: a trace would hold the address, and a trace of an alert about tracing could go round in circles.
    private static SocketsHttpHandler MakeHandler() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };

    private async Task<NotificationException> RefusalAsync(HttpResponseMessage response, Uri address, string? authorization, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var isTransient = response.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError;
        var redirect = status is >= 300 and < 400 ? "; redirects are not followed, since the address is a secret" : "";
        var text = SecretAddress.Redact(await BeginningAsync(response, cancellation).ConfigureAwait(false), address);
        if (authorization is { Length: > 0 })
        {
            text = text.Replace(authorization, "***", StringComparison.OrdinalIgnoreCase);
            text = text.Replace(authorization[(authorization.LastIndexOf(' ') + 1)..], "***", StringComparison.OrdinalIgnoreCase);
        }

        var answer = text.Length == 0 ? "" : $": {text}";
        return new NotificationException($"{address.Host} answered {status}{redirect}{answer}", isTransient, RetryAfter(response.Headers.RetryAfter));
    }

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header)
    {
        var wait = header?.Delta ?? header?.Date - _time.GetUtcNow();
        return wait > TimeSpan.Zero ? wait : null;
    }

    private static async Task<string> BeginningAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        try
        {
            using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false));
            var buffer = new char[MostOfAnswer];
            var length = await reader.ReadBlockAsync(buffer, cancellation).ConfigureAwait(false);
            return string.Concat(buffer.Take(length).Select(static c => char.IsControl(c) ? ' ' : c)).Trim();
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            return ""; // The status says enough.
        }
    }
}
