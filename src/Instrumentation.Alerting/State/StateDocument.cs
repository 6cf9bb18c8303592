using System.Text.Json.Serialization;

namespace Instrumentation.Alerting.State;

/// <summary>What is stored. Times in milliseconds since 1970.</summary>
internal sealed class StateDocument
{
    /// <summary>Raised when a reader of the version before could no longer read it.</summary>
    internal const int CurrentVersion = 1;

    public int Version { get; set; } = CurrentVersion;

    public long SavedAt { get; set; }

    public long Sequence { get; set; }

    public Dictionary<string, long> Sinks { get; set; } = [];

    public List<StoredTransition> Waiting { get; set; } = [];

    public List<StoredAlert> Alerts { get; set; } = [];

    public List<StoredEvent> Raised { get; set; } = [];
}

/// <summary>An alert of a rule.</summary>
internal sealed class StoredAlert
{
    /// <summary>Which rule's it is: source and name of the group, and what makes the rule that rule.</summary>
    public string Rule { get; set; } = "";

    /// <summary>As it is shown, for the case that its rule does not come back.</summary>
    public StoredEvent Shown { get; set; } = new();

    public Dictionary<string, string> Result { get; set; } = [];

    public long ActiveAt { get; set; }

    public long FiredAt { get; set; }

    public long ResolvedAt { get; set; }

    public long KeepFiringSince { get; set; }

    public long CoolsUntil { get; set; }
}

/// <summary>A transition that some sink has not dealt with.</summary>
internal sealed class StoredTransition
{
    public long Sequence { get; set; }

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    public DateTimeOffset Time { get; set; }

    public StoredEvent Alert { get; set; } = new();
}

/// <summary>An alert as sinks see it.</summary>
internal sealed class StoredEvent
{
    public string Name { get; set; } = "";

    public Dictionary<string, string> Labels { get; set; } = [];

    public Dictionary<string, string> Annotations { get; set; } = [];

    public string State { get; set; } = "";

    public string Origin { get; set; } = "";

    public string Group { get; set; } = "";

    public string Expression { get; set; } = "";

    public long FiredIn { get; set; }

    public double Value { get; set; }

    public DateTimeOffset ActiveAt { get; set; }

    public DateTimeOffset? FiredAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public DateTimeOffset? KeepFiringSince { get; set; }

    public DateTimeOffset ValidUntil { get; set; }
}

/// <summary>Reads and writes the document without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    RespectNullableAnnotations = true,
    WriteIndented = true)]
[JsonSerializable(typeof(StateDocument))]
internal sealed partial class StateJson : JsonSerializerContext;
