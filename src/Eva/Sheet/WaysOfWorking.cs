using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Sheet;

/// <summary>How the person went about the tasks of the whole parcours: only what went well, at most as many as the published rules tell (eva.md 2.9). Speed is
/// left out: taking one's time is never a fault.</summary>
public static class WaysOfWorking
{
    /// <summary>A mean below it is no strength.</summary>
    const double Well = 3;

    public static IReadOnlyList<Strength> Of(IReadOnlyCollection<Run> runs) =>
        [.. TransversalProfile.Of(runs.Where(r => r.FinishedAt is not null).SelectMany(Levels)).Strongest.Where(c => c.Mean >= Well).Select(c => Words(c.Competence)).OfType<Strength>()];

    static IEnumerable<TransversalLevel> Levels(Run run) => run.Situation switch
    {
        "tri" => Tri(TriReading.Read(run)),
        "controle" => Controle(ControleReading.Read(run)),
        "securite" => Securite(SecuriteReading.Read(run)),
        "inventaire" => Inventaire(InventaireReading.Read(run)),
        _ => [],
    };

    // Nothing put in a bin is no sorting without a mistake.
    static IEnumerable<TransversalLevel> Tri(TriMeasures measures) =>
        measures is { Finished: true, SetAside: 0 } ? [new(TransversalCompetence.ComparaisonTri, TriLevels.ComparaisonTri(measures.Misplaced))] : [];

    static IEnumerable<TransversalLevel> Controle(ControleMeasures measures) =>
        measures is { Finished: true, StandardPace: true }
            ?
            [
                new(TransversalCompetence.ComparaisonTri, ControleLevels.ComparaisonTri(measures.MisplacedCounted)),
                new(TransversalCompetence.AttentionConcentration, ControleLevels.AttentionConcentration(measures.Missed, measures.Misplaced.Count)),
            ]
            : [];

    static IEnumerable<TransversalLevel> Securite(SecuriteMeasures measures) =>
        measures is { Finished: true, ListShown: false } ? [new(TransversalCompetence.AttentionConcentration, SecuriteLevels.AttentionConcentration(measures.MeanSearchSeconds))] : [];

    static IEnumerable<TransversalLevel> Inventaire(InventaireMeasures measures) =>
        measures.Succeeded
            ?
            [
                new(TransversalCompetence.OrganisationMethode, InventaireLevels.OrganisationMethode(measures.Openings)),
                new(TransversalCompetence.VigilanceControle, InventaireLevels.VigilanceControle(measures.Tries)),
            ]
            : [];

    static Strength? Words(TransversalCompetence competence) => competence switch
    {
        TransversalCompetence.ComparaisonTri => new("Vous comparez et triez avec soin", "Exemple : vous rangez au bon endroit des choses qui se ressemblent."),
        TransversalCompetence.AttentionConcentration => new("Vous faites attention", "Exemple : vous repérez ce qui compte dans une image ou sur un tapis."),
        TransversalCompetence.OrganisationMethode => new("Vous travaillez avec méthode", "Exemple : vous comptez la réserve en peu de gestes."),
        TransversalCompetence.VigilanceControle => new("Vous vérifiez votre travail", "Exemple : vous corrigez la fiche de la réserve jusqu’à ce qu’elle soit juste."),
        TransversalCompetence.Rapidite or TransversalCompetence.Perseverance or TransversalCompetence.ComprehensionConsigne => null,
    };
}
