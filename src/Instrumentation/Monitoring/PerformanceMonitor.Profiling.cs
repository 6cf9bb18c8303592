using System.Runtime.CompilerServices;
using Instrumentation.Operations;

namespace Instrumentation.Monitoring;

/// <remarks>
/// Each form is what the generator writes around a monitored method: the filter notes the exception and never takes it, so what is thrown keeps
/// its stack, and filters further out run before anything is unwound.
/// </remarks>
public sealed partial class PerformanceMonitor
{
    /// <inheritdoc/>
    public void ProfileOperation(string name, Action operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = Start(name);
        try
        {
            operation();
            call.Succeed();
        }
        catch (Exception exception) when (call.Note(exception))
        {
            throw;
        }
        finally
        {
            call.End();
        }
    }

    /// <inheritdoc/>
    public T ProfileOperation<T>(string name, Func<T> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = Start(name);
        try
        {
            var result = operation();
            call.Succeed();
            return result;
        }
        catch (Exception exception) when (call.Note(exception))
        {
            throw;
        }
        finally
        {
            call.End();
        }
    }

    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public Task ProfileOperation(string name, Func<Task> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = Start(name);
        try
        {
            return call.Track(operation())!;
        }
        catch (Exception exception) when (call.Note(exception))
        {
            throw;
        }
        finally
        {
            call.End();
        }
    }

    /// <inheritdoc/>
    [OverloadResolutionPriority(1)]
    public Task<T> ProfileOperation<T>(string name, Func<Task<T>> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = Start(name);
        try
        {
            return call.Track(operation())!;
        }
        catch (Exception exception) when (call.Note(exception))
        {
            throw;
        }
        finally
        {
            call.End();
        }
    }

    /// <inheritdoc/>
    public ValueTask ProfileOperation(string name, Func<ValueTask> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = Start(name);
        try
        {
            return call.Track(operation());
        }
        catch (Exception exception) when (call.Note(exception))
        {
            throw;
        }
        finally
        {
            call.End();
        }
    }

    /// <inheritdoc/>
    public ValueTask<T> ProfileOperation<T>(string name, Func<ValueTask<T>> operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        var call = Start(name);
        try
        {
            return call.Track(operation());
        }
        catch (Exception exception) when (call.Note(exception))
        {
            throw;
        }
        finally
        {
            call.End();
        }
    }

    private OperationCall Start(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return _operations.Find(name).Start();
    }
}
