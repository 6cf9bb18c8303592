namespace Instrumentation.Games.Resources;

internal enum MemoryType
{
    Rss,
    Vms,
}
