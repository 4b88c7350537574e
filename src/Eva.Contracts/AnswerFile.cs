using System.Text.Json.Serialization;

namespace Beffroi.Eva.Contracts;

/// <summary>Answers that a device could not send, in a file that a person carries: the adviser's import reads it.</summary>
public sealed record AnswerFile
{
    public const string CurrentFormat = "beffroi-eva-reponses-1";

    [JsonPropertyName("format")]
    public required string Format { get; init; }

    [JsonPropertyName("evaluation")]
    public required Guid Evaluation { get; init; }

    [JsonPropertyName("evenements")]
    public required IReadOnlyList<GameEvent> Events { get; init; }
}
