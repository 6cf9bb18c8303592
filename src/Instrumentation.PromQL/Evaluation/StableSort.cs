using System.Buffers;

namespace Instrumentation.PromQL.Evaluation;

/// <summary>Sorts and leaves equal elements in their order, so that ties come out the same each time.</summary>
internal static class StableSort
{
    private const int Short = 16;

    public static void Sort<T>(Span<T> items, Comparison<T> order)
    {
        if (items.Length <= Short)
        {
            Insert(items, order);
            return;
        }

        var middle = items.Length / 2;
        Sort(items[..middle], order);
        Sort(items[middle..], order);
        if (order(items[middle - 1], items[middle]) <= 0)
        {
            return;
        }

        var left = ArrayPool<T>.Shared.Rent(middle);
        items[..middle].CopyTo(left);
        var (fromLeft, fromRight) = (0, middle);
        for (var i = 0; fromLeft < middle; i++)
        {
            items[i] = fromRight < items.Length && order(items[fromRight], left[fromLeft]) < 0 ? items[fromRight++] : left[fromLeft++];
        }

        ArrayPool<T>.Shared.Return(left, clearArray: true);
    }

    private static void Insert<T>(Span<T> items, Comparison<T> order)
    {
        for (var i = 1; i < items.Length; i++)
        {
            var item = items[i];
            var at = i;
            for (; at > 0 && order(items[at - 1], item) > 0; at--)
            {
                items[at] = items[at - 1];
            }

            items[at] = item;
        }
    }
}
