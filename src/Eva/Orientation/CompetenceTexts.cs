using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Orientation;

/// <summary>Words of the transversal competences for the orientation.</summary>
public sealed record CompetenceTexts
{
    public required string Version { get; init; }
    public required string Source { get; init; }
    public required string Caution { get; init; }
    public required string NotMeasured { get; init; }
    public required IReadOnlyList<CompetenceText> Competences { get; init; }

    public static CompetenceTexts Current { get; } = OrientationData.Load<CompetenceTexts>("competences.json");

    public static CompetenceText Of(TransversalCompetence competence) => Current.Competences.Single(c => c.Id == competence);
}

public sealed record CompetenceText
{
    public required TransversalCompetence Id { get; init; }
    public required string Name { get; init; }
    public required string Definition { get; init; }
    public required IReadOnlyList<string> Questions { get; init; }
    public required string WorkExample { get; init; }
}
