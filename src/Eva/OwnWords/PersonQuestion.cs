namespace Beffroi.Eva;

/// <summary>A question that a person answers about herself, on a page of its own; <see cref="Choices"/> is empty where a number is typed.</summary>
public abstract record PersonQuestion
{
    /// <summary>Technical name, in addresses and in the database.</summary>
    public required string Name { get; init; }

    public required string Text { get; init; }

    /// <summary>Why we ask, in a sentence.</summary>
    public required string Reason { get; init; }

    public IReadOnlyList<(string Value, string Label)> Choices { get; init; } = [];

    /// <summary>What was answered; null where it was not asked yet.</summary>
    public abstract string? AnswerIn(Evaluation evaluation);

    public abstract void KeepIn(Evaluation evaluation, string value, DateTimeOffset at);

    /// <summary>An answer in words, for an adviser.</summary>
    public virtual string Words(Evaluation evaluation) => AnswerIn(evaluation) switch
    {
        null => "pas encore demandé",
        Background.Unsaid => "préfère ne pas dire",
        var value => Choices.FirstOrDefault(c => string.Equals(c.Value, value, StringComparison.Ordinal)).Label ?? value,
    };
}
