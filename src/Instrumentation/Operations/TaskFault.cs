using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Instrumentation.Operations;

/// <summary>
/// Reads what a task failed with without observing it. <see cref="Task.Exception"/> marks the exception as seen, and a service that relies
/// on <see cref="TaskScheduler.UnobservedTaskException"/> would never hear of the tasks it forgot.
/// </summary>
internal static class TaskFault
{
    private static readonly FieldInfo? s_properties =
        typeof(Task).GetField("m_contingentProperties", BindingFlags.Instance | BindingFlags.NonPublic);

    private static readonly FieldInfo? s_holder =
        Type.GetType("System.Threading.Tasks.Task+ContingentProperties, System.Private.CoreLib")?
            .GetField("m_exceptionsHolder", BindingFlags.Instance | BindingFlags.NonPublic);

    private static readonly FieldInfo? s_exceptions =
        Type.GetType("System.Threading.Tasks.TaskExceptionHolder, System.Private.CoreLib")?
            .GetField("m_faultExceptions", BindingFlags.Instance | BindingFlags.NonPublic);

    /// <summary>
    /// The one exception of a faulted task, an <see cref="AggregateException"/> when there are several, or null when the runtime's own bookkeeping cannot
    /// be read: then the failure counts as <c>other</c>, since to look would change what the service sees.
    /// </summary>
    internal static Exception? Find(Task task)
    {
        if (s_properties?.GetValue(task) is not { } properties
            || s_holder?.GetValue(properties) is not { } holder
            || s_exceptions?.GetValue(holder) is not List<ExceptionDispatchInfo> exceptions)
        {
            return null;
        }

        return exceptions.Count == 1
            ? exceptions[0].SourceException
            : new AggregateException(exceptions.Select(static exception => exception.SourceException));
    }
}
