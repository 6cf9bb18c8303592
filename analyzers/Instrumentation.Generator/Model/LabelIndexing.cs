namespace Instrumentation.Generator.Model;

/// <summary>How a label's index is found from an argument.</summary>
internal enum LabelIndexing
{
    /// <summary>false is 0, true is 1.</summary>
    Bool,

    /// <summary>The members of the enum are 0, 1, 2 … without a gap: the value is the index.</summary>
    EnumRange,

    /// <summary>Each declared value has its index.</summary>
    Cases,

    /// <summary>The values are taken as they come, up to a limit.</summary>
    Limited,
}
