namespace Instrumentation.PromQL.Conditions;

/// <summary>The kinds as messages name them.</summary>
internal static class KindNames
{
    public static string Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Operation => "operation",
        SubjectKind.Counter => "counter",
        SubjectKind.UpDownCounter => "up-down counter",
        SubjectKind.Gauge => "gauge",
        SubjectKind.Histogram => "histogram",
        _ => "nothing",
    };
}
