using System.Buffers;

namespace Instrumentation.Hosting;

/// <summary>
/// The answer of the health path: the process is alive and its threads get to run. It says nothing of what the service depends on, so that an
/// orchestrator does not restart a healthy process because a database is away.
/// </summary>
public static class HealthReport
{
    /// <summary>The media type of the answer.</summary>
    public const string ContentType = "application/json";

    /// <summary>Writes the answer, in JSON.</summary>
    public static void WriteTo(IBufferWriter<byte> body) => body.Write("""{"status":"healthy"}"""u8);
}
