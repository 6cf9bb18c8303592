namespace Instrumentation.Alerting.Notifiers;

/// <summary>A notifier whose own settings say which alerts it is told of, and how hard it is tried.</summary>
internal interface IConfiguredNotifier : INotifier
{
    internal NotifierOptions Options { get; }
}
