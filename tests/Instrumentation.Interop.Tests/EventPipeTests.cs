using System.Diagnostics.Tracing;
using System.Globalization;
using Instrumentation.Collectors;
using Instrumentation.Metrics;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Instrumentation.Interop.Tests;

/// <summary>The way of dotnet-counters: a session on this very process, through its diagnostics port.</summary>
public sealed class EventPipeTests
{
    [Fact]
    public async Task DotnetCountersSeesTheSameNumbers()
    {
        var registry = new InstrumentRegistry();
        var name = $"pipe_{Guid.NewGuid():N}";
        var level = registry.Gauge($"{name}_level", "Level.");
        var sizes = registry.Histogram($"{name}_sizes", "Sizes.", [1, 10, 100]);
        level.Set(12.5);
        using var publisher = new MeterPublisher(registry);

        var provider = new EventPipeProvider("System.Diagnostics.Metrics", EventLevel.Informational, 2, new Dictionary<string, string>
        {
            ["SessionId"] = name,
            ["Metrics"] = MeterPublisher.MeterName,
            ["RefreshInterval"] = "0.1",
            ["MaxTimeSeries"] = "10000",
            ["MaxHistograms"] = "1000",
        });
        using var session = new DiagnosticsClient(Environment.ProcessId).StartEventPipeSession([provider], requestRundown: false);
        var levelSeen = new TaskCompletionSource<double>(TaskCreationOptions.RunContinuationsAsynchronously);
        var allSeen = new TaskCompletionSource<(long Count, double Sum)>(TaskCreationOptions.RunContinuationsAsynchronously);
        var (count, sum) = (0L, 0.0);
        var reading = Task.Run(() =>
        {
            using var source = new EventPipeEventSource(session.EventStream);
            source.Dynamic.All += data =>
            {
                var instrument = data.PayloadNames.Contains("instrumentName") ? (string)data.PayloadByName("instrumentName") : "";
                if (data.EventName == "GaugeValuePublished" && instrument == level.Name)
                {
                    levelSeen.TrySetResult(Number(data, "lastValue"));
                }
                else if (data.EventName == "HistogramValuePublished" && instrument == sizes.Name)
                {
                    count += Convert.ToInt64(data.PayloadByName("count"), CultureInfo.InvariantCulture);
                    sum += Convert.ToDouble(data.PayloadByName("sum"), CultureInfo.InvariantCulture);
                    if (count >= 100)
                    {
                        allSeen.TrySetResult((count, sum));
                    }
                }
            };
            source.Process();
        });

        Assert.Equal(12.5, await levelSeen.Task.WaitAsync(TimeSpan.FromMinutes(3)));

        // The gauge has arrived, so the session listens.
        for (var i = 1; i <= 100; i++)
        {
            sizes.Observe(i);
        }

        Assert.Equal((100, 5050), await allSeen.Task.WaitAsync(TimeSpan.FromMinutes(3)));
        await session.StopAsync(CancellationToken.None);
        await reading;
    }

    private static double Number(TraceEvent data, string field) =>
        double.Parse((string)data.PayloadByName(field), NumberStyles.Float, CultureInfo.InvariantCulture);
}
