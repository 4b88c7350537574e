namespace Beffroi.Eva.Scoring;

/// <summary>From the runs of an evaluation to what they say of the five competences that are given back (eva.md 2.9, read in July 2026).</summary>
public static class TransversalReading
{
    public static bool Measures(Run run) => SituationFamilies.Transversal.Contains(run.Situation, StringComparer.Ordinal);

    /// <summary>In the order of the situations, whatever the order in which a database gives the runs.</summary>
    public static IReadOnlyList<TransversalFinding> Read(IEnumerable<Run> runs) =>
        [.. runs.Where(Measures).OrderBy(r => r.Situation, StringComparer.Ordinal).SelectMany(Read)];

    static IEnumerable<TransversalFinding> Read(Run run) => run.Situation switch
    {
        "tri" => Tri(TriReading.Read(run), run.FinishedAt is not null),
        "controle" => Controle(ControleReading.Read(run)),
        "inventaire" => Inventaire(InventaireReading.Read(run)),
        "securite" => Securite(SecuriteReading.Read(run)),
        _ => throw new InvalidOperationException($"The situation {run.Situation} says nothing of transversal competences."),
    };

    static IEnumerable<TransversalFinding> Tri(TriMeasures play, bool closed)
    {
        var whole = play.Finished && closed ? (Undetermined?)null : Undetermined.Unfinished;
        var sorted = whole ?? (play.SetAside > 0 ? Undetermined.SetAside : null);
        Observation[] time = [new(Observed.Seconds, play.Seconds)];
        Observation[] places = play.Placed > 0 ? [new(Observed.Misplaced, play.Misplaced, play.Placed)] : [];
        yield return Finding("tri", TransversalCompetence.Rapidite, sorted ?? (play.Described > 0 ? Undetermined.Described : null), () => TriLevels.Rapidite(play.Seconds), 1, time) with { RestsOnTime = true };
        yield return Finding("tri", TransversalCompetence.ComparaisonTri, sorted, () => TriLevels.ComparaisonTri(play.Misplaced), play.Placed, places);
    }

    static IEnumerable<TransversalFinding> Controle(ControleMeasures play)
    {
        var why = !play.Finished ? Undetermined.Unfinished : play.OffPace > 0 ? Undetermined.PaceChanged : play.Described > 0 ? Undetermined.Described : (Undetermined?)null;
        var sent = play.WellPlaced + play.Misplaced.Count;
        var come = sent + play.Missed;
        Observation[] missed = come > 0 ? [new(Observed.Missed, play.Missed, come)] : [];
        Observation[] misplaced = sent > 0 ? [new(Observed.Misplaced, play.Misplaced.Count, sent)] : [];
        // The level leaves the first biscuits out: the figure that it rests on does too.
        Observation[] counted = sent > 0 ? [new(Observed.Misplaced, play.MisplacedCounted, sent)] : [];
        yield return Finding("controle", TransversalCompetence.Rapidite, why, () => ControleLevels.Rapidite(play.Missed), come, missed) with { RestsOnTime = true };
        yield return Finding("controle", TransversalCompetence.ComparaisonTri, why, () => ControleLevels.ComparaisonTri(play.MisplacedCounted), sent, counted);
        yield return Finding("controle", TransversalCompetence.AttentionConcentration, why, () => ControleLevels.AttentionConcentration(play.Missed, play.Misplaced.Count), come, [.. missed, .. misplaced]);
    }

    static IEnumerable<TransversalFinding> Inventaire(InventaireMeasures play)
    {
        var why = !play.Finished ? Undetermined.Unfinished : play.Succeeded ? (Undetermined?)null : Undetermined.NotSucceeded;
        Observation[] tries = play.Tries.Count > 0 ? [new(Observed.Tries, play.Tries.Count)] : [];
        yield return Finding("inventaire", TransversalCompetence.Rapidite, why, () => InventaireLevels.Rapidite(play.Seconds / 60), 1, [new(Observed.Seconds, play.Seconds)]) with { RestsOnTime = true };
        yield return Finding("inventaire", TransversalCompetence.OrganisationMethode, why, () => InventaireLevels.OrganisationMethode(play.Openings), 1, [new(Observed.Openings, play.Openings)]);
        // Whoever stopped after tries that checked nothing has a level too: the lowest.
        var checking = play.Finished ? InventaireLevels.VigilanceControle(play.Tries) : null;
        yield return Finding("inventaire", TransversalCompetence.VigilanceControle, checking is null ? why ?? Undetermined.NotSucceeded : null, () => checking!.Value, play.Tries.Count, tries);
    }

    static IEnumerable<TransversalFinding> Securite(SecuriteMeasures play)
    {
        var why = !play.Finished ? Undetermined.Unfinished
            : play.ListShown ? Undetermined.ListShown
            : play.MeanSearchSeconds is null ? Undetermined.NothingFound
            : (Undetermined?)null;
        Observation[] search = !play.ListShown && play.MeanSearchSeconds is { } seconds ? [new(Observed.SearchSeconds, seconds)] : [];
        yield return Finding(
            "securite", TransversalCompetence.AttentionConcentration, why, () => SecuriteLevels.AttentionConcentration(play.MeanSearchSeconds)!.Value,
            play.Found.Count, [.. search, new(Observed.DangersFound, play.Found.Count, play.Found.Count + play.Missed)]) with { RestsOnTime = true };
    }

    static TransversalFinding Finding(string situation, TransversalCompetence competence, Undetermined? why, Func<int> level, int indicators, IReadOnlyList<Observation> observations) => new()
    {
        Competence = competence,
        Situation = situation,
        Level = why is null ? level() : null,
        Why = why,
        RestsOnTime = false,
        Indicators = indicators,
        Observations = observations,
    };
}
