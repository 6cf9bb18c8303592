namespace Instrumentation.Games.Requests;

/// <summary>A request and how long the answer took, for what no ASP.NET Core pipeline measures.</summary>
[GameEvent]
public readonly partial record struct ResponseTimeSample
{
    /// <summary>When the answer went out.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>The service that answered.</summary>
    [MetricLabel(Limit = Limits.Services)]
    public string? Service { get; init; }

    /// <summary>The request's method.</summary>
    [MetricLabel(Values = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])]
    public string? Method { get; init; }

    /// <summary>The pattern of the route, as in <c>/players/{id}</c>, never the path of the request.</summary>
    [MetricLabel(Limit = Limits.Endpoints)]
    public string? Endpoint { get; init; }

    /// <summary>The status of the answer as HTTP has it, from 100 to 599; 0 when there was no answer, which is then not counted.</summary>
    public int StatusCode { get; init; }

    /// <summary>Names the player. Never a label.</summary>
    [EventId]
    public string? UserId { get; init; }

    /// <summary>Names the request. Never a label.</summary>
    [EventId]
    public string? RequestId { get; init; }

    /// <summary>How long the answer took.</summary>
    [GameMetric(
        MetricKind.Histogram,
        "request_duration_seconds",
        Help = "Times to answer a request.",
        Labels = ["method", "endpoint"],
        Buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10])]
    public TimeSpan Duration { get; init; }

    /// <summary>The class of the status, which is what answers are counted by.</summary>
    [MetricLabel("status", Values = ["1xx", "2xx", "3xx", "4xx", "5xx"])]
    public string StatusClass => StatusCode switch
    {
        >= 100 and < 200 => "1xx",
        >= 200 and < 300 => "2xx",
        >= 300 and < 400 => "3xx",
        >= 400 and < 500 => "4xx",
        >= 500 and < 600 => "5xx",
        _ => Metrics.Label.Other,
    };

    [GameMetric(MetricKind.Counter, "responses_total", Help = "Answers, by the class of their status.", Labels = ["service", "status"])]
    private int Answers => StatusCode == 0 ? 0 : 1;
}
