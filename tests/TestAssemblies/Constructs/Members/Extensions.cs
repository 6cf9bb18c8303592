using Constructs.Harness;
using Instrumentation;

namespace Constructs.Members;

public static partial class Extensions
{
    extension(string text)
    {
        [MonitoredOperation]
        public int Vowels(bool capitals) => text.Count(c => (capitals ? "AEIOU" : "aeiou").Contains(c));

        public bool Blank
        {
            [MonitoredOperation]
            get => text.Trim().Length == 0;
        }

        [MonitoredOperation]
        public static string Of(char letter, int times) => new(letter, times);
    }

    extension<T>(List<T> items)
        where T : notnull
    {
        [MonitoredOperation]
        public async Task<TResult> FoldLater<TResult>(TResult seed, Func<TResult, T, TResult> fold)
        {
            await Task.Yield();
            return items.Aggregate(seed, fold);
        }
    }

    extension(ref Tally tally)
    {
        [MonitoredOperation]
        public void Bump(int by) => tally.Count += by;
    }
}

public struct Tally
{
    public int Count;
}

public static class ExtensionsScenarios
{
    [Scenario("C# 14 extension member")]
    [Calls("Extensions.Vowels", 3)]
    [Calls("Extensions.Blank.get", 1)]
    [Calls("Extensions.Of", 1)]
    [Calls("Extensions.FoldLater", 1)]
    [Calls("Extensions.Bump", 1)]
    public static async Task All(Observer see)
    {
        see.That("as a member", "banana".Vowels(capitals: false));
        see.That("as a static method", Extensions.Vowels("APPLE", capitals: true));
        Func<bool, int> group = "pear".Vowels;
        see.That("as a method group", group(false));
        see.That("property", " ".Blank);
        see.That("static", string.Of('x', 3));
        see.That("generic and async", await new List<int> { 1, 2, 3 }.FoldLater(10L, (sum, item) => sum + item));
        var tally = default(Tally);
        tally.Bump(4);
        see.That("by reference", tally.Count);
    }
}
