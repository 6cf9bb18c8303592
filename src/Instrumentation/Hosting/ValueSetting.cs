namespace Instrumentation.Hosting;

/// <summary>A setting of type <typeparamref name="T"/>, given by how to parse, get, set, check and write it.</summary>
internal sealed class ValueSetting<T>(string key, string allowed, TryParse<T> parse, Func<InstrumentationOptions, T> get,
    Action<InstrumentationOptions, T> set, Func<T, bool> isAllowed, Func<T, string> text) : Setting(key, allowed)
{
    internal override string Text(InstrumentationOptions options) => text(get(options));

    protected override bool TrySet(InstrumentationOptions options, string text)
    {
        if (!parse(text, out var value))
        {
            return false;
        }

        set(options, value);
        return true;
    }

    protected override bool IsAllowed(InstrumentationOptions options) => isAllowed(get(options));
}
