namespace Instrumentation.Collectors.Processes;

/// <summary>One source of the process' metrics.</summary>
internal interface IProcessPart : IDisposable
{
    /// <summary>Reads the source and updates its metrics.</summary>
    public void Collect();
}
