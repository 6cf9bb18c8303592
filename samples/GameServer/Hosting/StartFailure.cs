using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace GameServer.Hosting;

/// <summary>Says in plain words why the server did not start.</summary>
public static class StartFailure
{
    /// <summary>The explanation, or null when the exception is none that the user can mend.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        AggregateException several when several.InnerExceptions.All(inner => Explain(inner) is not null) =>
            string.Join(Environment.NewLine, several.InnerExceptions.Select(Explain)),
        FormatException unreadable => unreadable.Message,
        IOException { InnerException: AddressInUseException } => "The port is taken. Choose another with --port, or 0 for a free one.",
        _ => null,
    };
}
