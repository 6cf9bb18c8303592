using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Instrumentation.Alerting;
using Instrumentation.AspNetCore.Tests.Api;
using Instrumentation.PromQL.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Instrumentation.AspNetCore.Tests.Access;

public sealed class GuardTests
{
    private const string Path = "/api/v1/query?query=1";

    [Fact]
    public async Task ThisMachineIsLetIn()
    {
        await using var app = await ApiApp.StartAsync();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, ("Host", "localhost:5000")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, ("Host", "[::1]:5000")));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("Host", "game.example.com")]
    [InlineData("Host", "127.0.0.1.example.com")]
    public async Task WhatAProxyPassesOnIsRefusedAndToldWhatToDo(string header, string value)
    {
        await using var app = await ApiApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation(header, value);
        using var response = await app.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("RequireAuthorization()", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForwardedHeadersMiddlewareCannotBeTalkedIntoLoopback()
    {
        await using var app = await StartAsync(static app =>
        {
            app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All });
            app.MapPrometheusApi();
        });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, ("X-Forwarded-For", "127.0.0.1")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, ("X-Forwarded-For", "203.0.113.9")));
    }

    [Theory]
    [InlineData("203.0.113.9", HttpStatusCode.Forbidden)]
    [InlineData("10.0.0.1", HttpStatusCode.Forbidden)]
    [InlineData("::ffff:203.0.113.9", HttpStatusCode.Forbidden)]
    [InlineData("::ffff:127.0.0.1", HttpStatusCode.OK)]
    [InlineData("127.8.9.10", HttpStatusCode.OK)]
    [InlineData("::1", HttpStatusCode.OK)]
    public async Task OtherMachinesAreRefused(string address, HttpStatusCode expected)
    {
        await using var app = await StartAsync(app =>
        {
            app.Use((context, next) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                return next(context);
            });
            app.MapPrometheusApi();
        });
        Assert.Equal(expected, await StatusAsync(app));
    }

    [Fact]
    public async Task ASocketFileIsNotLoopbackSinceAProxyStandsBeforeIt()
    {
        var folder = Directory.CreateTempSubdirectory("guard-");
        var socket = System.IO.Path.Combine(folder.FullName, "app.sock");
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(options => options.ListenUnixSocket(socket));
        builder.Services.AddInstrumentation().AddSingleton<ISampleSource>(Samples.Store()).AddSingleton<IAlerts>(new TestAlerts());
        await using (var app = builder.Build())
        {
            app.MapPrometheusApi();
            await app.StartAsync();
            using var http = new HttpClient(new SocketsHttpHandler
            {
                ConnectCallback = async (_, cancellation) =>
                {
                    var client = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                    await client.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                    return new NetworkStream(client, ownsSocket: true);
                },
            });
            using var response = await http.GetAsync($"http://localhost{Path}");
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task AuthorizationOpensItToThoseItLetsInAndToNobodyElse()
    {
        await using var app = await StartAsync(static app =>
        {
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapPrometheusApi().RequireAuthorization();
        }, AddKey);
        foreach (var (name, value) in ((string, string)[])[("X-Forwarded-For", "203.0.113.9"), ("Accept", "*/*")])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app, (name, value)));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, (name, value), ("X-Key", "right")));
        }
    }

    [Fact]
    public async Task TheFallbackPolicyIsAuthorizationToo()
    {
        await using var app = await StartAsync(
            static app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapPrometheusApi();
            },
            static services => AddKey(services).AddAuthorization(static options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(app));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, ("X-Forwarded-For", "203.0.113.9"), ("X-Key", "right")));
    }

    [Fact]
    public async Task AllowAnonymousDoesNotOpenItToOtherMachines()
    {
        await using var app = await StartAsync(
            static app =>
            {
                app.UseAuthorization();
                app.MapPrometheusApi().RequireAuthorization().AllowAnonymous();
            },
            AddKey);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(app, ("X-Forwarded-For", "203.0.113.9")));
    }

    [Fact]
    public async Task MetricsAndLivenessStayOpen()
    {
        await using var app = await StartAsync(static app =>
        {
            app.MapInstrumentation();
            app.MapPrometheusApi();
        });
        foreach (var path in (string[])["/metrics", "/health"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("X-Forwarded-For", "203.0.113.9");
            using var response = await app.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static Task<TestApp> StartAsync(Action<WebApplication> map, Func<IServiceCollection, IServiceCollection>? services = null) => TestApp.StartAsync(
        collection =>
        {
            collection.AddSingleton<ISampleSource>(Samples.Store()).AddSingleton<IAlerts>(new TestAlerts());
            services?.Invoke(collection);
        },
        map);

    private static IServiceCollection AddKey(IServiceCollection services)
    {
        services.AddAuthentication("key").AddScheme<AuthenticationSchemeOptions, KeyHandler>("key", null);
        return services.AddAuthorization();
    }

    private static async Task<HttpStatusCode> StatusAsync(TestApp app, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await app.Http.SendAsync(request);
        return response.StatusCode;
    }

    private sealed class KeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Request.Headers["X-Key"] == "right"
            ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity("key")), "key"))
            : AuthenticateResult.NoResult());
    }
}
