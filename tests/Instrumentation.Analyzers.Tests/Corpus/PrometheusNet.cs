using Microsoft.AspNetCore.Http;
using Prometheus;

namespace Chat.Server;

public enum Platform { Ios, Android, Web }

public static class ChatMetrics
{
    public static readonly Counter Messages = Metrics.CreateCounter("chat_messages_total", "Messages.", "room", "message_type");
    public static readonly Counter Logins = Metrics.CreateCounter("chat_logins_total", "Logins.", new CounterConfiguration { LabelNames = new[] { "username", "platform" } });
    public static readonly Gauge Connections = Metrics.CreateGauge("chat_connections", "Connections.", "transport", "region");
    public static readonly Histogram Latency = Metrics.CreateHistogram("chat_request_seconds", "Requests.", new HistogramConfiguration { LabelNames = ["method", "endpoint", "code"], Buckets = [0.01, 0.1, 1] });
    public static readonly Counter Errors = Metrics.CreateCounter("chat_errors_total", "Errors.", "kind");
    public static readonly Gauge Players = Metrics.CreateGauge("chat_players", "Players.", "player_id");
}

public sealed class ChatHub
{
    private readonly Counter _uploads = Metrics.CreateCounter("chat_uploads_total", "Uploads.", "file_type", "size_class");

    public void Sent(string roomId, string messageType, string text)
    {
        ChatMetrics.Messages.WithLabels({|INST030:roomId|}, messageType).Inc();
        ChatMetrics.Messages.WithLabels("lobby", messageType).Inc();
        ChatMetrics.Errors.WithLabels(string.IsNullOrEmpty(text) ? "empty" : "too_long").Inc();
    }

    public void LoggedIn(string name, Platform platform, long userId)
    {
        ChatMetrics.Logins.WithLabels({|INST030:name|}, platform.ToString()).Inc();
        ChatMetrics.Logins.WithLabels({|INST030:userId.ToString()|}, nameof(Platform.Web)).Inc();
        ChatMetrics.Logins.WithLabels("anonymous", platform.ToString().ToLowerInvariant()).Inc();
        ChatMetrics.Players.WithLabels({|INST030:$"{platform}:{userId}"|}).Set(1);
        ChatMetrics.Players.RemoveLabelled(userId.ToString());
    }

    public void Connected(string transport, string region, string connectionId)
    {
        ChatMetrics.Connections.WithLabels(transport, region).Inc();
        ChatMetrics.Connections.WithLabels(transport, {|INST030:connectionId|}).Inc();
    }

    public void Served(HttpContext context, string endpoint, double seconds)
    {
        ChatMetrics.Latency.WithLabels(context.Request.Method, endpoint, context.Response.StatusCode.ToString()).Observe(seconds);
        ChatMetrics.Latency.WithLabels(context.Request.Method, {|INST030:context.Request.Path|}, context.Response.StatusCode.ToString()).Observe(seconds);
        ChatMetrics.Latency.WithLabels(context.Request.Method, endpoint, context.Response.StatusCode >= 500 ? "5xx" : "2xx").Observe(seconds);
    }

    public void Failed(Exception e, string sessionToken)
    {
        ChatMetrics.Errors.WithLabels(e.GetType().Name).Inc();
        ChatMetrics.Errors.WithLabels(e is TimeoutException ? "timeout" : "other").Inc();
        ChatMetrics.Errors.WithLabels({|INST030:e.Message|}).Inc();
        ChatMetrics.Errors.WithLabels({|INST030:e.StackTrace ?? "none"|}).Inc();
        ChatMetrics.Errors.WithLabels({|INST030:sessionToken|}).Inc();
    }

    public void Uploaded(string fileName, long size)
    {
        _uploads.WithLabels(System.IO.Path.GetExtension(fileName), size > 1_000_000 ? "large" : "small").Inc();
        _uploads.WithLabels({|INST030:fileName|}, "small").Inc();
    }
}
