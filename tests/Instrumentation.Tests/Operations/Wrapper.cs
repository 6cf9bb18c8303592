using Instrumentation.Operations;

namespace Instrumentation.Tests.Operations;

/// <summary>Wrappers of the shape that the generator writes, around a body that a test gives.</summary>
internal static class Wrapper
{
    internal static void Run(Operation operation, Action body)
    {
        if (operation.SampleEvery > 1)
        {
            RunSampled(operation, body);
        }
        else
        {
            RunTimed(operation, body);
        }
    }

    internal static Task? Track(Operation operation, Func<Task?> body)
    {
        var call = operation.Start();
        try
        {
            return call.Track(body());
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

    internal static Task<T>? Track<T>(Operation operation, Func<Task<T>?> body)
    {
        var call = operation.Start();
        try
        {
            return call.Track(body());
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

    internal static ValueTask Track(Operation operation, Func<ValueTask> body)
    {
        var call = operation.Start();
        try
        {
            return call.Track(body());
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

    internal static ValueTask<T> Track<T>(Operation operation, Func<ValueTask<T>> body)
    {
        var call = operation.Start();
        try
        {
            return call.Track(body());
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

    /// <summary>The wrapper of a method compiled with <c>runtime-async=on</c>, which is async itself.</summary>
    internal static async Task RunAwaited(Operation operation, Func<Task> body)
    {
        var call = operation.StartAwaited();
        try
        {
            await body().ConfigureAwait(false);
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

    private static void RunTimed(Operation operation, Action body)
    {
        var call = operation.Start();
        try
        {
            body();
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

    private static void RunSampled(Operation operation, Action body)
    {
        var call = operation.StartSampled();
        try
        {
            body();
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
}
