using System.Text.Json;
using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>Where a person stands in a parcours: <c>GET /api/eva/evaluations/moi</c>.</summary>
public sealed record Journey
{
    public required Guid EvaluationId { get; init; }

    /// <summary>As typed by the person or the adviser.</summary>
    public required string Name { get; init; }

    public required IReadOnlyList<Step> Steps { get; init; }
    public required bool Finished { get; init; }

    /// <summary>The <see cref="Contracts.Language"/> in which the person last read instructions; null when French was never left.</summary>
    public string? Language { get; init; }
}

/// <summary>A situation of the parcours, in its order.</summary>
public sealed record Step
{
    /// <summary>Technical name: <c>livraison</c>, <c>maintenance</c>.</summary>
    public required string Situation { get; init; }

    /// <summary>Name shown to the person.</summary>
    public required string Label { get; init; }

    public required int Minutes { get; init; }
    public required bool Done { get; init; }
}

/// <summary>One run of one situation, without any answer key: <c>POST /api/eva/evaluations/{id}/parties/{situation}</c>.</summary>
/// <remarks>Asked again before the end, the server gives the same play back, with what is answered already.</remarks>
public sealed record Play
{
    public required Guid SessionId { get; init; }
    public required string Situation { get; init; }
    public required string Label { get; init; }

    /// <summary>The position of the next event to send.</summary>
    public required int NextPosition { get; init; }

    public required bool TrainingDone { get; init; }

    /// <summary>Ids answered before a resume, in any order.</summary>
    public required IReadOnlyList<string> Answered { get; init; }

    public IReadOnlyList<Item> Training { get; init; } = [];
    public IReadOnlyList<Item> Items { get; init; } = [];

    /// <summary>Maintenance only: the words to try first, with what they are.</summary>
    public IReadOnlyList<TrainingStimulus> TrainingStimuli { get; init; } = [];

    /// <summary>Maintenance only: words and non-words in the order drawn for this play, told apart by nothing.</summary>
    public IReadOnlyList<Stimulus> Stimuli { get; init; } = [];

    /// <summary>Inventaire only: what stands in the store room.</summary>
    public Stocktake? Stocktake { get; init; }

    /// <summary>Tri only: the sweets and their bins.</summary>
    public SweetShop? Sweets { get; init; }

    /// <summary>Sécurité only: the places to try first.</summary>
    public IReadOnlyList<Zone> TrainingZones { get; init; } = [];

    /// <summary>Sécurité only: the places of the site, those with a danger told apart by nothing.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = [];

    /// <summary>Contrôle only.</summary>
    public BiscuitBelt? Belt { get; init; }

    /// <summary>Positioning only: <see cref="Items"/> are then a store from which the next question is chosen, answer after answer.</summary>
    public RouteCard? Route { get; init; }
}

public sealed record Stimulus(string Id, string Text);

public sealed record TrainingStimulus(string Id, string Text, bool French);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Journey))]
[JsonSerializable(typeof(Play))]
[JsonSerializable(typeof(GameEvent))]
[JsonSerializable(typeof(EventBatch))]
[JsonSerializable(typeof(AnswerFile))]
[JsonSerializable(typeof(EventReceipt))]
public sealed partial class EvaJson : JsonSerializerContext;
