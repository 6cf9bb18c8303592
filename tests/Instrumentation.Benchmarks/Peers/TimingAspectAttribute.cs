using System.Diagnostics;
using System.Diagnostics.Metrics;
using AspectInjector.Broker;

namespace Instrumentation.Benchmarks.Peers;

/// <summary>Timing by AspectInjector, as its documentation shows it: advice around the method, recorded into a histogram.</summary>
[Aspect(Scope.Global)]
[Injection(typeof(TimingAspectAttribute))]
[AttributeUsage(AttributeTargets.Method)]
public sealed class TimingAspectAttribute : Attribute
{
    internal static Histogram<double>? Histogram { get; set; }

    [Advice(Kind.Around, Targets = Target.Method)]
    public object Around(
        [Argument(Source.Name)] string name,
        [Argument(Source.Arguments)] object[] arguments,
        [Argument(Source.Target)] Func<object[], object> target)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return target(arguments);
        }
        finally
        {
            Histogram!.Record(Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("operation", name));
        }
    }
}
