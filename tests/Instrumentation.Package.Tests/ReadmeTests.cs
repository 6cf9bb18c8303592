using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Instrumentation.Package.Tests;

/// <summary>A project outside the repository that does what the README's chapter "In your own service" says, with its very code.</summary>
public sealed partial class ReadmeTests(PackedRepository packed) : IDisposable
{
    private readonly TemporaryProject _project = packed.NewProject();

    public void Dispose() => _project.Dispose();

    [Fact]
    public async Task InYourOwnService_EveryCallIsOnMetrics()
    {
        var readme = (await File.ReadAllTextAsync(Path.Combine(PackedRepository.Repository, "README.md"), TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var blocks = Block().Matches(readme).Select(static match => match.Groups["code"].Value).ToList();
        _project.Write("App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk.Web">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><Nullable>enable</Nullable><ImplicitUsings>enable</ImplicitUsings><TreatWarningsAsErrors>true</TreatWarningsAsErrors></PropertyGroup>
              <ItemGroup><PackageReference Include="Instrumentation.AspNetCore" Version="0.1.0" /></ItemGroup>
            </Project>
            """);
        _project.Write("CombatService.cs", blocks[0]);
        _project.Write("Program.cs", blocks[1]);
        _project.Write("TradeService.cs", blocks[2]);
        _project.Write("Weapon.cs", Hidden().Match(readme).Groups["code"].Value);
        _project.Dotnet("build", "-nologo");

        var start = new ProcessStartInfo("dotnet", [_project.PathOf("bin/Debug/net10.0/App.dll"), "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await AddressOf(process) };
            var before = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);
            using var act = await client.PostAsync("/act?target=3&weapon=Rifle", null, TestContext.Current.CancellationToken);
            Assert.Equal("3", await act.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var after = await client.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

            Assert.Contains("""operation_duration_seconds_count{operation="CombatService.ActAsync",weapon="rifle"} 0""", before, StringComparison.Ordinal);
            Assert.Contains("""operation_duration_seconds_count{operation="CombatService.ActAsync",weapon="rifle"} 1""", after, StringComparison.Ordinal);
            Assert.Contains("""operation_duration_seconds_count{operation="TradeService.Quote"} 0""", after, StringComparison.Ordinal);
            Assert.Contains("""operation_duration_seconds_count{operation="trade.settle",region="eu"} 0""", after, StringComparison.Ordinal);
            Assert.DoesNotContain("IsOpen", after, StringComparison.Ordinal);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    /// <summary>Where the service says that it listens: at a port that the system gave it.</summary>
    private static async Task<Uri> AddressOf(Process process)
    {
        const string Listening = "Now listening on: ";
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            said.AppendLine(line);
            if (line.Split(Listening) is [_, var address])
            {
                return new Uri(address);
            }
        }

        throw new InvalidOperationException($"The service has ended before it listened:\n{said}");
    }

    [GeneratedRegex(@"^ *```csharp\n(?<code>.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();

    [GeneratedRegex(@"<!-- compiled with:\n(?<code>.*?)-->", RegexOptions.Singleline)]
    private static partial Regex Hidden();
}
