namespace Instrumentation.Operations;

/// <summary>
/// The values of the label <c>error</c> of one operation: the simple names of the first exception types that it threw. Whatever a service
/// throws, an operation has a bounded number of failure series.
/// </summary>
internal sealed class OperationErrorNames
{
    /// <summary>The number of the name <c>other</c>, and how many names can come before it.</summary>
    internal const int Other = 16;

    private readonly Lock _gate = new();
    private string[] _names = [];

    /// <summary>The name at an index, or null when there is none yet.</summary>
    internal string? this[int index]
    {
        get
        {
            var names = Volatile.Read(ref _names);
            return index == Other ? "other" : index < names.Length ? names[index] : null;
        }
    }

    internal int IndexOf(Type? error)
    {
        if (error is null)
        {
            return Other;
        }

        var name = SimpleName(error);
        var index = Array.IndexOf(Volatile.Read(ref _names), name);
        return index >= 0 ? index : Add(name);
    }

    private static string SimpleName(Type error)
    {
        var name = error.Name;
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }

    private int Add(string name)
    {
        lock (_gate)
        {
            var index = Array.IndexOf(_names, name);
            if (index >= 0)
            {
                return index;
            }

            if (_names.Length == Other)
            {
                return Other;
            }

            Volatile.Write(ref _names, [.. _names, name]);
            return _names.Length - 1;
        }
    }
}
