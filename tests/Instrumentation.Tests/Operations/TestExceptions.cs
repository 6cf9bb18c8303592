namespace Instrumentation.Tests.Operations;

/// <summary>Exceptions of any number of types with different names.</summary>
internal static class TestExceptions
{
    private static readonly Type[] s_types =
    [
        .. typeof(object).Assembly.GetExportedTypes()
            .Where(static type => type.IsSubclassOf(typeof(Exception)) && !type.IsAbstract && !type.IsSubclassOf(typeof(OperationCanceledException))
                && type != typeof(OperationCanceledException) && type.GetConstructor([]) is not null)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal),
    ];

    internal static Exception Distinct(int index) => (Exception)Activator.CreateInstance(s_types[index])!;
}
