namespace Beffroi.Eva.Scoring;

/// <summary>A competence over all the situations that say something of it.</summary>
/// <param name="Mean">Mean of the determined levels, from 1 to 4.</param>
/// <param name="Step">What is shown, from 1 to 3.</param>
public sealed record ShownCompetence(TransversalCompetence Competence, double Mean, int Step);

/// <summary>The transversal competences of a person, as they are given back.</summary>
public sealed record TransversalProfile(IReadOnlyList<ShownCompetence> Competences)
{
    /// <summary>The two others are read in the play and not given back.</summary>
    public static IReadOnlyList<TransversalCompetence> GivenBack { get; } =
    [
        TransversalCompetence.Rapidite,
        TransversalCompetence.ComparaisonTri,
        TransversalCompetence.AttentionConcentration,
        TransversalCompetence.OrganisationMethode,
        TransversalCompetence.VigilanceControle,
    ];

    /// <summary>How many strengths a person is told of.</summary>
    public const int Told = 2;

    /// <summary>The best ones, best first; equal ones in the order of <see cref="GivenBack"/>, so that the same play always tells the same.</summary>
    public IReadOnlyList<ShownCompetence> Strongest => [.. Competences.OrderByDescending(c => c.Mean).Take(Told)];

    /// <summary>Mean of the determined levels of each competence; only the whole of the best levels shows 3, only the whole of the lowest shows 1.</summary>
    public static TransversalProfile Of(IEnumerable<TransversalLevel> levels)
    {
        var determined = levels.Where(l => l.Level is not null).ToLookup(l => l.Competence, l => l.Level!.Value);
        return new([.. from competence in GivenBack
                       where determined[competence].Any()
                       let mean = determined[competence].Average()
                       select new ShownCompetence(competence, mean, StepOf(mean))]);
    }

    static int StepOf(double mean) => mean switch
    {
        >= 4 => 3,
        <= 1 => 1,
        _ => 2,
    };
}
