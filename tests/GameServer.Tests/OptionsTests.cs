using GameServer.Hosting;
using Microsoft.Extensions.Options;

namespace GameServer.Tests;

public sealed class OptionsTests
{
    [Theory]
    [InlineData("--prot", "80")]
    [InlineData("--port")]
    [InlineData("--Bots:Cuont", "4")]
    [InlineData("--bots", "many")]
    public void WhatCannotBeRead_IsSaidSo(params string[] args)
    {
        var exception = Assert.Throws<FormatException>(() => GameServerApp.Create(args));

        Assert.Contains(args[0].Split(':')[^1].TrimStart('-'), StartFailure.Explain(exception), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void OutOfRange_NamesEveryKey()
    {
        string[] args = ["--Match:TickRate", "1", "--Match:SnapshotEvery", "0", "--bots", "-1"];

        var exception = Assert.ThrowsAny<Exception>(() => GameServerApp.Create(args));

        var explanation = StartFailure.Explain(exception);
        Assert.Contains("Match:TickRate", explanation, StringComparison.Ordinal);
        Assert.Contains("Match:SnapshotEvery", explanation, StringComparison.Ordinal);
        Assert.Contains("Bots:Count", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Environment_IsBelowTheCommandLine()
    {
        Environment.SetEnvironmentVariable("Match__TickRate", "2");
        try
        {
            Assert.Throws<OptionsValidationException>(() => GameServerApp.Create([]));
            await using var app = GameServerApp.Create(["--Match:TickRate", "30"]);
        }
        finally
        {
            Environment.SetEnvironmentVariable("Match__TickRate", null);
        }
    }
}
