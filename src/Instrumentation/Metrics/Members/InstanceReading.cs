namespace Instrumentation.Metrics.Members;

/// <summary>What one member of one object has last been read as. Its state is guarded by the instrument.</summary>
internal sealed class InstanceReading(WeakReference<object> instance, InstanceMember member)
{
    internal InstanceMember Member => member;

    /// <summary>The last reading; null before the first.</summary>
    internal double? Last { get; set; }

    /// <summary>Whether the object is read.</summary>
    internal bool IsLive { get; set; }

    /// <summary>Whether the object has been collected.</summary>
    internal bool IsCollected => !instance.TryGetTarget(out _);

    /// <summary>Reads the member; null when the object has been collected.</summary>
    internal double? Read() => instance.TryGetTarget(out var target) ? member.Read(target) : null;
}
