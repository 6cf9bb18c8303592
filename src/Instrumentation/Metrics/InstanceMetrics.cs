using System.Runtime.CompilerServices;
using Instrumentation.Metrics.Members;

namespace Instrumentation.Metrics;

/// <summary>
/// Metrics that are read from members of objects at a scrape. Generated code declares them for a type; objects of the type are then added, singletons of the container by
/// themselves. Safe to use from any thread.
/// </summary>
/// <remarks>
/// Several live objects of a type are summed. An object is held weakly: it is read until its registration is disposed or it is collected. The last reading of a
/// counter is kept when its object goes, so that the total never falls.
/// </remarks>
public static class InstanceMetrics
{
    private static readonly Lock s_gate = new();
    private static readonly ConditionalWeakTable<object, AddedInstance> s_added = [];
    private static InstanceMember[] s_members = [];

    /// <summary>Declares a metric that is read from objects of a type. Never throws for what the definition says: one that is invalid, or clashes, is reported and not shown.</summary>
    /// <typeparam name="T">The type; objects of derived types count as well.</typeparam>
    /// <param name="definition">What the metric is. It has no labels.</param>
    /// <param name="kind">What the values mean; not a histogram.</param>
    /// <param name="read">Reads the member. It should be quick; when it throws or gives NaN, the object is left out of that scrape, or counts with its last reading.</param>
    public static void Declare<T>(InstrumentDefinition definition, MetricKind kind, Func<T, double> read)
        where T : class => Declare(definition, kind, read, InstrumentRegistry.Default);

    /// <summary>As <see cref="Declare{T}(InstrumentDefinition, MetricKind, Func{T, double})"/>, in a registry of one's own.</summary>
    /// <typeparam name="T">The type; objects of derived types count as well.</typeparam>
    /// <param name="definition">What the metric is. It has no labels.</param>
    /// <param name="kind">What the values mean; not a histogram.</param>
    /// <param name="read">Reads the member.</param>
    /// <param name="registry">The registry that shows the metric.</param>
    public static void Declare<T>(InstrumentDefinition definition, MetricKind kind, Func<T, double> read, InstrumentRegistry registry)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(registry);
        var instrument = InstanceInstrument.Create(definition, kind, registry);
        lock (s_gate)
        {
            Volatile.Write(ref s_members, [.. s_members, new InstanceMember(typeof(T), instrument, instance => read((T)instance))]);
        }
    }

    /// <summary>
    /// Has an object read at scrapes from now on, by all metrics declared for its type. Added more than once it is still read once, until the last registration is disposed.
    /// </summary>
    /// <param name="instance">The object. One of whose type nothing is declared is not kept.</param>
    /// <returns>Ends it.</returns>
    public static IDisposable Add(object instance)
    {
        ArgumentNullException.ThrowIfNull(instance);
        lock (s_gate)
        {
            if (!s_added.TryGetValue(instance, out var added))
            {
                added = new AddedInstance(instance, Array.FindAll(s_members, member => member.Type.IsInstanceOfType(instance)));
                s_added.Add(instance, added);
            }

            added.Begin();
            return new Registration(added);
        }
    }

    /// <summary>Whether objects of a type, or of one derived from it, have such metrics.</summary>
    internal static bool AreDeclaredFor(Type type) => Array.Exists(Volatile.Read(ref s_members), member => member.Type.IsAssignableFrom(type));

    /// <summary>Whether an object that is known as a type may be one that has such metrics.</summary>
    internal static bool MayBeDeclaredFor(Type type) =>
        AreDeclaredFor(type) || (type != typeof(object) && Array.Exists(Volatile.Read(ref s_members), member => type.IsAssignableFrom(member.Type)));

    private static void Remove(AddedInstance added)
    {
        lock (s_gate)
        {
            if (--added.Registrations > 0)
            {
                return;
            }
        }

        // Not under the gate, being application code.
        var last = added.Read();
        lock (s_gate)
        {
            if (added.Registrations == 0)
            {
                added.End(last);
            }
        }
    }

    private sealed class Registration(AddedInstance added) : IDisposable
    {
        private int _isDisposed;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
            {
                Remove(added);
            }
        }
    }
}
