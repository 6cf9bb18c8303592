namespace Instrumentation.Collectors.Publishing;

/// <summary>Units in the words of Prometheus, as UCUM writes them, which is what listeners of meters expect.</summary>
internal static class UnitCodes
{
    internal static string? Of(string? unit) => unit switch
    {
        "seconds" => "s",
        "bytes" => "By",
        "ratio" => "1",
        "meters" => "m",
        "celsius" => "Cel",
        "joules" => "J",
        "watts" => "W",
        "volts" => "V",
        "amperes" => "A",
        "grams" => "g",
        "hertz" => "Hz",
        _ => unit,
    };
}
