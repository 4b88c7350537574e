using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.Orientation;

/// <summary>One thing seen in a game, and what it was measured by.</summary>
/// <param name="Seen">A sentence of what was counted or timed.</param>
public sealed record Sighting(TransversalCompetence Competence, string Situation, int? Level, bool IsTime, string Seen);

/// <summary>A competence that stands out in the games, with what it rests on.</summary>
/// <param name="Sightings">Every determined one, the low ones too: an adviser sees all that the mean is made of.</param>
public sealed record StrongPoint(TransversalCompetence Competence, double Mean, IReadOnlyList<Sighting> Sightings)
{
    /// <summary>A mean from which it counts as a strength: that of the sheet a person reads.</summary>
    public const double Well = 3;

    /// <summary>Nothing but times: an observation made once, that slowness never mirrors — a low one weighs nothing.</summary>
    public bool OnTimeAlone => Sightings.All(s => s.IsTime);

    public string RestsOn => string.Join(" ; ", Sightings.Select(s => s.Seen)) + (OnTimeAlone ? ". C’est un temps, observé une fois : à confirmer avec la personne." : ".");

    public static IReadOnlyList<StrongPoint> Of(IEnumerable<Run> runs) =>
        [.. from sighting in runs.Where(r => r.FinishedAt is not null).OrderBy(r => r.StartedAt).SelectMany(SightingReading.Of)
            where sighting.Level is not null
            group sighting by sighting.Competence into together
            let mean = together.Average(s => s.Level!.Value)
            where mean >= Well
            orderby mean descending, together.Key
            select new StrongPoint(together.Key, mean, [.. together])];
}

/// <summary>Reads the levels of the published tables (eva.md 2.9) with what they were measured by.</summary>
static class SightingReading
{
    public static IEnumerable<Sighting> Of(Run run) => run.Situation switch
    {
        "tri" => Tri(TriReading.Read(run)),
        "controle" => Controle(ControleReading.Read(run)),
        "securite" => Securite(SecuriteReading.Read(run)),
        "inventaire" => Inventaire(InventaireReading.Read(run)),
        _ => [],
    };

    static IEnumerable<Sighting> Tri(TriMeasures measures)
    {
        // Nothing put in a bin is no sorting without a mistake.
        if (measures is not { Finished: true, SetAside: 0 })
        {
            yield break;
        }

        yield return new(TransversalCompetence.ComparaisonTri, "tri", TriLevels.ComparaisonTri(measures.Misplaced), IsTime: false, $"magasin : {French.Number(measures.Placed - measures.Misplaced)} bonbons à leur place sur {French.Number(measures.Placed)}");
        if (measures.Described == 0)
        {
            yield return new(TransversalCompetence.Rapidite, "tri", TriLevels.Rapidite(measures.Seconds), IsTime: true, $"magasin : {Minutes(measures.Seconds)} pour ranger les bonbons");
        }
    }

    static IEnumerable<Sighting> Controle(ControleMeasures measures)
    {
        if (measures is not { Finished: true, StandardPace: true })
        {
            yield break;
        }

        yield return new(TransversalCompetence.Rapidite, "controle", ControleLevels.Rapidite(measures.Missed), IsTime: true, $"fabrique : {French.Count(measures.Missed, "biscuit passé", "biscuits passés")} sans être trié, au rythme du tapis");
        yield return new(TransversalCompetence.ComparaisonTri, "controle", ControleLevels.ComparaisonTri(measures.MisplacedCounted), IsTime: false, $"fabrique : {French.Count(measures.MisplacedCounted, "biscuit", "biscuits")} du mauvais côté");
        yield return new(TransversalCompetence.AttentionConcentration, "controle", ControleLevels.AttentionConcentration(measures.Missed, measures.Misplaced.Count), IsTime: false, $"fabrique : {French.Count(measures.Missed + measures.Misplaced.Count, "biscuit passé ou mal placé", "biscuits passés ou mal placés")}");
    }

    static IEnumerable<Sighting> Securite(SecuriteMeasures measures)
    {
        if (measures is { Finished: true, ListShown: false, MeanSearchSeconds: { } seconds })
        {
            yield return new(TransversalCompetence.AttentionConcentration, "securite", SecuriteLevels.AttentionConcentration(seconds), IsTime: true, $"chantier : {French.Number(seconds, 1)} s en moyenne pour trouver un danger ({French.Count(measures.Found.Count, "danger trouvé", "dangers trouvés")})");
        }
    }

    static IEnumerable<Sighting> Inventaire(InventaireMeasures measures)
    {
        if (!measures.Succeeded)
        {
            yield break;
        }

        yield return new(TransversalCompetence.Rapidite, "inventaire", InventaireLevels.Rapidite(measures.Seconds / 60), IsTime: true, $"réserve : {Minutes(measures.Seconds)} pour trouver les quantités");
        yield return new(TransversalCompetence.OrganisationMethode, "inventaire", InventaireLevels.OrganisationMethode(measures.Openings), IsTime: false, $"réserve : {French.Count(measures.Openings, "ouverture", "ouvertures")} de contenants");
        yield return new(TransversalCompetence.VigilanceControle, "inventaire", InventaireLevels.VigilanceControle(measures.Tries), IsTime: false, $"réserve : quantités justes en {French.Count(measures.Tries.Count, "essai", "essais")}");
    }

    static string Minutes(double seconds) => $"{French.Number((int)Math.Round(seconds / 60))} min {(int)Math.Round(seconds) % 60:00} s";
}
