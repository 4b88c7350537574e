namespace Beffroi.Eva.Scoring;

/// <summary>The two readings of the same findings. The published one has levels, some of them made of time; ours has none that rests on time, and none whose reliability is unknown.</summary>
public static class TransversalScoring
{
    public const string Version = "1";

    /// <summary>Reliability (total omega) of each competence, where real plays have told it: none has yet.</summary>
    public static IReadOnlyDictionary<TransversalCompetence, double> KnownReliabilities { get; } = new Dictionary<TransversalCompetence, double>();

    public static TransversalScore Historique(IReadOnlyList<TransversalFinding> findings, HistoriqueNorms norms)
    {
        var shown = TransversalProfile.Of(findings.Select(f => new TransversalLevel(f.Competence, f.Level))).Competences.ToDictionary(c => c.Competence);
        return new()
        {
            Engine = TransversalEngine.Historique,
            EngineVersion = Version,
            NormsVersion = norms.Version,
            Competences = [.. TransversalProfile.GivenBack.Select(c => new CompetenceScore
            {
                Competence = c,
                Mean = shown.GetValueOrDefault(c)?.Mean,
                Step = shown.GetValueOrDefault(c)?.Step,
                Findings = Of(findings, c),
            })],
        };
    }

    public static TransversalScore Beffroi(IReadOnlyList<TransversalFinding> findings, BeffroiNorms norms, IReadOnlyDictionary<TransversalCompetence, double> reliabilities) => new()
    {
        Engine = TransversalEngine.Beffroi,
        EngineVersion = Version,
        NormsVersion = norms.Version,
        Competences = [.. TransversalProfile.GivenBack.Select(c => Observe(c, Of(findings, c), reliabilities.TryGetValue(c, out var known) ? known : null))],
    };

    static CompetenceScore Observe(TransversalCompetence competence, IReadOnlyList<TransversalFinding> findings, double? reliability)
    {
        var timeless = findings.Where(f => f is { RestsOnTime: false, Level: not null }).ToList();
        var against = findings.Count == 0 ? Withheld.NotObserved
            : findings.All(f => f.RestsOnTime) ? Withheld.RestsOnTime
            : LevelGate.Against(timeless.Count, timeless.Sum(f => f.Indicators), reliability);
        var shown = against is null ? TransversalProfile.Of(timeless.Select(f => new TransversalLevel(competence, f.Level))).Competences[0] : null;
        return new() { Competence = competence, Mean = shown?.Mean, Step = shown?.Step, Withheld = against, Findings = findings };
    }

    static IReadOnlyList<TransversalFinding> Of(IReadOnlyList<TransversalFinding> findings, TransversalCompetence competence) => [.. findings.Where(f => f.Competence == competence)];
}
