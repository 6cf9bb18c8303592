namespace GameServer.Matchmaking;

/// <summary>Regions as the ready-made metrics take them, by the names that this server's own labels have.</summary>
public static class RegionLabels
{
    public static string ToLabel(this Region region) => region switch
    {
        Region.Europe => "eu-west",
        Region.America => "us-east",
        Region.Asia => "ap-south",
        _ => throw new ArgumentOutOfRangeException(nameof(region), region, "There is no such region."),
    };
}
