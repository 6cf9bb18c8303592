using System.Numerics;

namespace GameServer.Matches;

/// <summary>A square, open field.</summary>
public static class Arena
{
    public const float Size = 60;

    public static Vector2 Clamp(Vector2 position) => Vector2.Clamp(position, Vector2.Zero, new Vector2(Size));

    public static Vector2 RandomSpot(Random random) => new(random.NextSingle() * Size, random.NextSingle() * Size);
}
