using System.Text.Json.Serialization;

namespace Beffroi.Chat.Evidence.Custody;

/// <summary>What was done with a piece of evidence.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CustodyAct>))]
public enum CustodyAct
{
    /// <summary>Always the first, and only that.</summary>
    [JsonStringEnumMemberName("arrived")] Arrived,
    [JsonStringEnumMemberName("read")] Read,
    [JsonStringEnumMemberName("downloaded")] Downloaded,
    [JsonStringEnumMemberName("shared")] Shared,
    [JsonStringEnumMemberName("marked")] Marked,
    [JsonStringEnumMemberName("exported")] Exported,
    [JsonStringEnumMemberName("verified")] Verified,
    [JsonStringEnumMemberName("noted")] Noted,
}

/// <summary>One link of the chain of custody of one piece of evidence.</summary>
public sealed record CustodyEvent
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>In UTC, to the millisecond.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>A person's or a machine's name, or what masks it outside their organisation: it is part of what is sealed.</summary>
    public required string Actor { get; init; }
    public required CustodyAct Act { get; init; }

    /// <summary>To whom, under which marking, from which address.</summary>
    public string? Detail { get; init; }

    /// <summary>SHA-256 of the link before and of all of the above, lower-case hexadecimal.</summary>
    public required string Link { get; init; }
}
