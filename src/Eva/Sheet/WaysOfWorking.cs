using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Sheet;

/// <summary>How the person went about the tasks of the whole parcours: only what went well, at most as many as the published rules tell (eva.md 2.9). Speed is
/// left out: taking one's time is never a fault.</summary>
public static class WaysOfWorking
{
    /// <summary>A mean below it is no strength.</summary>
    const double Well = 3;

    public static IReadOnlyList<Strength> Of(IReadOnlyCollection<Run> runs) =>
        [.. TransversalProfile.Of(Levels(runs)).Strongest.Where(c => c.Mean >= Well).Select(c => Words(c.Competence)).OfType<Strength>()];

    static IEnumerable<TransversalLevel> Levels(IEnumerable<Run> runs) =>
        TransversalReading.Read(runs).Where(f => f.Competence is not TransversalCompetence.Rapidite).Select(f => new TransversalLevel(f.Competence, f.Level));

    static Strength? Words(TransversalCompetence competence) => competence switch
    {
        TransversalCompetence.ComparaisonTri => new("Vous comparez et triez avec soin", "Exemple : vous rangez au bon endroit des choses qui se ressemblent."),
        TransversalCompetence.AttentionConcentration => new("Vous faites attention", "Exemple : vous repérez ce qui compte dans une image ou sur un tapis."),
        TransversalCompetence.OrganisationMethode => new("Vous travaillez avec méthode", "Exemple : vous comptez la réserve en peu de gestes."),
        TransversalCompetence.VigilanceControle => new("Vous vérifiez votre travail", "Exemple : vous corrigez la fiche de la réserve jusqu’à ce qu’elle soit juste."),
        TransversalCompetence.Rapidite or TransversalCompetence.Perseverance or TransversalCompetence.ComprehensionConsigne => null,
    };
}
