using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>One thing that happened in a game, as the player tells it. Names and meanings: docs/eva-events.md.</summary>
/// <remarks>(SessionId, Position) identifies an event: sent twice, it is kept once.</remarks>
public sealed record GameEvent
{
    /// <summary>The play (one run of one situation), given by the server in <see cref="Play"/>.</summary>
    [JsonPropertyName("session_id")]
    public required Guid SessionId { get; init; }

    [JsonPropertyName("situation")]
    public required string Situation { get; init; }

    /// <summary>Counter of the play, from 0 (or from <see cref="Play.NextPosition"/> after a resume).</summary>
    [JsonPropertyName("position")]
    public required int Position { get; init; }

    [JsonPropertyName("nom")]
    public required string Name { get; init; }

    /// <summary>Milliseconds since 1970 on the client's clock: used for durations, never for order.</summary>
    [JsonPropertyName("date")]
    public required long Date { get; init; }

    /// <summary>What the event says, a flat object; a client's own idea of success or score is ignored.</summary>
    [JsonPropertyName("donnees")]
    public Dictionary<string, JsonElement>? Data { get; init; }
}

/// <summary>A batch sent to <c>POST /api/eva/evaluations/{id}/collections_evenements</c>.</summary>
public sealed record EventBatch([property: JsonPropertyName("evenements")] IReadOnlyList<GameEvent> Events);

/// <summary>What became of a batch: each line was kept, was known already, or is refused with its reason.</summary>
public sealed record EventReceipt
{
    [JsonPropertyName("acceptes")]
    public required int Accepted { get; init; }

    [JsonPropertyName("deja_connus")]
    public required int AlreadyKnown { get; init; }

    [JsonPropertyName("refuses")]
    public required IReadOnlyList<RefusedEvent> Refused { get; init; }
}

public sealed record RefusedEvent([property: JsonPropertyName("ligne")] int Line, [property: JsonPropertyName("raison")] string Reason);
