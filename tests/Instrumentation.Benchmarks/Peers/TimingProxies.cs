using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using Castle.DynamicProxy;

namespace Instrumentation.Benchmarks.Peers;

/// <summary>Timing by the framework's own DispatchProxy.</summary>
public class TimingDispatchProxy : DispatchProxy
{
    private IWork? _target;
    private Histogram<double>? _histogram;

    internal static IWork Wrap(IWork target, Histogram<double> histogram)
    {
        var proxy = Create<IWork, TimingDispatchProxy>();
        var timing = (TimingDispatchProxy)proxy;
        timing._target = target;
        timing._histogram = histogram;
        return proxy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return targetMethod!.Invoke(_target, args);
        }
        finally
        {
            _histogram!.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("operation", targetMethod!.Name));
        }
    }
}

/// <summary>Timing by a Castle interface proxy.</summary>
internal sealed class TimingInterceptor(Histogram<double> histogram) : IInterceptor
{
    internal static IWork Wrap(IWork target, Histogram<double> histogram) =>
        new ProxyGenerator().CreateInterfaceProxyWithTarget(target, new TimingInterceptor(histogram));

    public void Intercept(IInvocation invocation)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            invocation.Proceed();
        }
        finally
        {
            histogram.Record(
                Stopwatch.GetElapsedTime(start).TotalSeconds, new KeyValuePair<string, object?>("operation", invocation.Method.Name));
        }
    }
}
