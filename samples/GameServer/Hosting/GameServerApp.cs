using System.Net;
using GameServer.Connections;
using GameServer.Pages;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace GameServer.Hosting;

/// <summary>The whole server: what <c>Program</c> runs, and the tests too.</summary>
public static class GameServerApp
{
    /// <exception cref="FormatException">An option is misspelt or cannot be read.</exception>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    public static WebApplication Create(string[] args)
    {
        // Not from the current directory, so that it runs the same from anywhere.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddGameServerCommandLine(args);
        builder.Services.AddInstrumentation();
        builder.Services.AddAlerting();
        builder.Services.AddGameRules();
        builder.Services.AddGame().AddGameOptions();
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ServerOptions>>(Listen);

        var app = builder.Build();
        CheckOptions(app.Services.GetRequiredService<IStartupValidator>());
        app.MapInstrumentation();
        app.MapPrometheusApi();
        app.MapMonitoring();
        app.MapGame();
        app.MapStatus();
        return app;
    }

    // The host would do so as well, but only after it has logged a stack trace for what is a typing error.
    private static void CheckOptions(IStartupValidator validator)
    {
        try
        {
            validator.Validate();
        }
        catch (InvalidOperationException unreadable)
        {
            throw new FormatException(unreadable.Message, unreadable);
        }
    }

    private static void Listen(KestrelServerOptions kestrel, IOptions<ServerOptions> options)
    {
        // A free port can be had on one address only; "localhost" is two.
        if (options.Value.Port == 0)
        {
            kestrel.Listen(IPAddress.Loopback, 0);
        }
        else
        {
            kestrel.ListenLocalhost(options.Value.Port);
        }
    }
}
