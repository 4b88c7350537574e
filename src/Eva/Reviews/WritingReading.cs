namespace Beffroi.Eva.Reviews;

/// <summary>How a professional read the free text of a person, by the five points of the grid. Read again, it is a new row.</summary>
public sealed class WritingReading
{
    public const int NoteMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }

    /// <summary>Technical names, in the order of <see cref="WritingGrid.Questions"/>.</summary>
    public required List<string> Answers { get; init; }

    public required string? Note { get; set; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Account of who read it.</summary>
    public required Guid By { get; init; }
}

/// <summary>The five points that a free text is read by. No mark comes out of it.</summary>
public static class WritingGrid
{
    public static readonly IReadOnlyList<string> Questions =
    [
        "Le message est-il compris du premier coup ?",
        "Les informations demandées y sont-elles : bonjour, la raison, l’heure ?",
        "Les mots sont-ils séparés et lisibles, même avec des fautes ?",
        "Les phrases ont-elles un début et une fin ?",
        "La lecture reste-t-elle facile malgré l’orthographe ?",
    ];

    public static readonly IReadOnlyList<(string Value, string Label)> Choices = [("oui", "Oui"), ("en_partie", "En partie"), ("non", "Pas encore")];

    public static string Label(string value) => Choices.FirstOrDefault(c => string.Equals(c.Value, value, StringComparison.Ordinal)).Label ?? value;
}
