using GameServer.Bots;
using GameServer.Chat;
using GameServer.Combat;
using GameServer.Connections;
using GameServer.Matches;
using GameServer.Matchmaking;
using GameServer.Pages;
using GameServer.Persistence;
using GameServer.Players;
using Microsoft.Extensions.Options;

namespace GameServer.Hosting;

public static class GameServices
{
    public static IServiceCollection AddGame(this IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(Random.Shared)
        .AddSingleton<ServerAddress>()

        .AddSingleton<PlayerTokens>()
        .AddSingleton<ISessionService, SessionService>()
        .AddSingleton<ConnectionHandler>()
        .AddSingleton<ICommandRouter, CommandRouter>()
        .AddSingleton<IChatService, ChatService>()

        .AddSingleton<IMatchmaker, Matchmaker>()
        .AddSingleton<MatchSearch>()

        .AddSingleton<ICombatService, CombatService>()
        .AddSingleton<IMovementService, MovementService>()
        .AddSingleton<IMatchSimulation, MatchSimulation>()
        .AddSingleton<IMatchBroadcaster, MatchBroadcaster>()
        .AddSingleton<IMatchEventFeed, MatchEventFeed>()
        .AddSingleton<IMatchLoop, MatchLoop>()
        .AddSingleton<MatchHost>()
        .AddSingleton<IMatchHost>(provider => provider.GetRequiredService<MatchHost>())

        .AddSingleton<IPlayerStore, InMemoryPlayerStore>()
        .AddSingleton<IProfileCache, ProfileCache>()
        .AddSingleton<ILeaderboard, Leaderboard>()
        .AddSingleton<IMatchArchive, MatchArchive>()

        .AddSingleton<AlertReader>()
        .AddSingleton<StatusHistory>()
        .AddSingleton<StatusReader>()

        .AddHostedService(provider => provider.GetRequiredService<MatchHost>())
        .AddHostedService<MatchmakingPump>()
        .AddHostedService<SessionSweeper>()
        .AddHostedService<HeartbeatService>()
        .AddHostedService(provider => provider.GetRequiredService<StatusHistory>())
        .AddHostedService<BotArmy>()
        .AddHostedService<StatusLine>()
        .AddHostedService<RunTime>();

    /// <summary>All options, from all sources of configuration, checked before the server starts.</summary>
    public static IServiceCollection AddGameOptions(this IServiceCollection services) => services
        .AddChecked<ServerOptions>(ServerOptions.Section)
        .AddChecked<BotOptions>(BotOptions.Section)
        .AddChecked<MatchOptions>(MatchOptions.Section)
        .AddChecked<MatchmakingOptions>(MatchmakingOptions.Section)
        .AddChecked<PlayerOptions>(PlayerOptions.Section)
        .AddChecked<StoreOptions>(StoreOptions.Section);

    private static IServiceCollection AddChecked<TOptions>(this IServiceCollection services, string section)
        where TOptions : class
    {
        services.AddSingleton<IValidateOptions<TOptions>>(new SectionValidator<TOptions>(section));
        services.AddOptions<TOptions>().BindConfiguration(section, binder => binder.ErrorOnUnknownConfiguration = true).ValidateOnStart();
        return services;
    }
}
