namespace Instrumentation.Games;

/// <summary>
/// How many distinct values a label takes before the rest reads <c>other</c>. Each is chosen so that no metric, whatever its labels, can make more than 1,000 series:
/// <c>none</c> and <c>other</c> come on top of each.
/// </summary>
internal static class Limits
{
    internal const int Regions = 20;
    internal const int GameModes = 20;

    /// <summary>Weapons stand in pairs on the time to switch from one to another.</summary>
    internal const int Weapons = 25;

    internal const int ActionTypes = 20;
    internal const int DamageTypes = 15;
    internal const int ConnectionTypes = 10;
    internal const int MessageTypes = 60;
    internal const int Services = 20;

    /// <summary>Route patterns, not paths.</summary>
    internal const int Endpoints = 80;

    internal const int Tables = 80;
    internal const int Pools = 20;
    internal const int Caches = 50;
    internal const int Phases = 50;

    /// <summary>States stand in pairs on transitions.</summary>
    internal const int States = 25;

    internal const int Currencies = 20;
}
