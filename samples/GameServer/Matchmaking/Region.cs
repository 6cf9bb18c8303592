using Instrumentation;

namespace GameServer.Matchmaking;

public enum Region
{
    [LabelValue("eu-west")]
    Europe,

    [LabelValue("us-east")]
    America,

    [LabelValue("ap-south")]
    Asia,
}
