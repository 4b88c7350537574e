namespace Beffroi.Eva;

/// <summary>What a person said of herself in the welcome questionnaire; null where not asked yet, a value where answered, <c>sans_reponse</c> where she would rather not say.</summary>
public sealed class Background
{
    /// <summary>The columns that hold an answer's technical name.</summary>
    public static readonly IReadOnlyList<string> Answers =
        [nameof(AgeState), nameof(Gender), nameof(FrenchMotherTongue), nameof(SchoolingPlace), nameof(LastLevel), nameof(LastSituation), nameof(Device), nameof(ComputerEase)];

    public required Guid EvaluationId { get; init; }

    /// <summary>Years, 14 to 100; null when not given.</summary>
    public int? Age { get; private set; }

    public string? AgeState { get; private set; }
    public string? Gender { get; set; }
    public string? FrenchMotherTongue { get; set; }
    public string? SchoolingPlace { get; set; }
    public string? LastLevel { get; set; }
    public string? LastSituation { get; set; }
    public string? Device { get; set; }
    public string? ComputerEase { get; set; }

    /// <summary>Keeps an age, or that the person would rather not say it.</summary>
    public void TellAge(int? age) => (Age, AgeState) = (age, age is null ? Unsaid : null);

    /// <summary>The value of an answer that a person would rather not give.</summary>
    public const string Unsaid = "sans_reponse";
}
