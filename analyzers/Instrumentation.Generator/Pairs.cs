using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator;

/// <summary>
/// Combines and collects as the pipeline does, into classes. The pipeline's own make structs, and for each kind of struct a build compiles the compiler's generic steps
/// anew when it begins; for classes they are shared.
/// </summary>
internal static class Pairs
{
    /// <summary>A value with another one.</summary>
    public static IncrementalValueProvider<Tuple<TLeft, TRight>> With<TLeft, TRight>(this IncrementalValueProvider<TLeft> left, IncrementalValueProvider<TRight> right)
        where TLeft : class
        where TRight : class =>
        left.Combine(right).Select(static (both, _) => Tuple.Create(both.Left, both.Right));

    /// <summary>Each value with the same other one.</summary>
    public static IncrementalValuesProvider<Tuple<TLeft, TRight>> With<TLeft, TRight>(this IncrementalValuesProvider<TLeft> left, IncrementalValueProvider<TRight> right)
        where TLeft : class
        where TRight : class =>
        left.Combine(right).Select(static (both, _) => Tuple.Create(both.Left, both.Right));

    /// <summary>All values as one.</summary>
    public static IncrementalValueProvider<EquatableArray<T>> All<T>(this IncrementalValuesProvider<T> values)
        where T : class, IEquatable<T> =>
        values.Collect().Select(static (all, _) => new EquatableArray<T>(all));
}
