namespace Beffroi.Eva;

/// <summary>What a person said of herself to one optional question. Erased with her evaluation.</summary>
public abstract class OwnAnswer
{
    public const int QuestionMaxLength = 40;
    public const int ValueMaxLength = 30;

    public required Guid EvaluationId { get; init; }

    /// <summary>Technical name of the question.</summary>
    public required string Question { get; init; }

    /// <summary>Technical name of the choice, or <see cref="Background.Unsaid"/>.</summary>
    public required string Value { get; set; }

    public required DateTimeOffset At { get; set; }
}

/// <summary>To a gauge, or to a question of confidence.</summary>
public sealed class SelfAnswer : OwnAnswer;

/// <summary>To a question on health: in a table of its own, that no list reads, and only after a yes to being asked.</summary>
public sealed class HealthAnswer : OwnAnswer;
