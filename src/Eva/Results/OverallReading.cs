using Beffroi.Eva.Orientation;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Results;

/// <summary>What the whole evaluation says, and the category of public that it proposes. A proposal: a professional decides.</summary>
public sealed record OverallReading(PositionnementSynthesis? Synthesis, PublicProposal? Category)
{
    /// <summary>The reading that always asks to be confirmed.</summary>
    public bool IsPotential => Synthesis is PositionnementSynthesis.IllettrismePotentiel;

    /// <param name="evaluation">With its runs, their events and banks, its results and what the person said.</param>
    public static OverallReading Of(Evaluation evaluation) =>
        Of(evaluation, Scorebook.KeptOrComputed(evaluation).Single(s => s.Engine is EngineName.Beffroi), Scorebook.PositionsKeptOrComputed(evaluation));

    /// <summary>Where there is a positioning, it stands in the place of the diagnostic; the profiles of the published rules, where the campaign asked for them.</summary>
    public static OverallReading Of(Evaluation evaluation, Score diagnostic, IReadOnlyList<PositioningScore> positionings)
    {
        var positioned = positionings.SingleOrDefault(p => p.Engine is PositioningEngine.Historique) ?? positionings.SingleOrDefault(p => p.Engine is PositioningEngine.Beffroi);
        var synthesis = positioned?.Synthesis ?? PositionnementReading.Overall(diagnostic.Synthesis, null, null);
        // Courses are proposed to who has something to learn again, or for the first time.
        return new(synthesis, synthesis is PositionnementSynthesis.IllettrismePotentiel or PositionnementSynthesis.NiNi ? PublicProposal.Of(evaluation.Background) : null);
    }
}
