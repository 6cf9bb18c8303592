namespace Instrumentation.Conformance.Tests.Constructs;

/// <summary>Whether the runtime that is here can run methods that were compiled with <c>runtime-async=on</c>.</summary>
internal static class RuntimeAsync
{
    /// <summary>Why it cannot; null when it can.</summary>
    public static string? WhyNot { get; } =
        Environment.Version.Major < 10 || typeof(object).Assembly.GetType("System.Runtime.CompilerServices.AsyncHelpers") is null
            ? $"Runtime {Environment.Version} has no asynchronous methods of its own."
            : null;
}
