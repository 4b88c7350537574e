using Beffroi.Eva.Contracts;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.Plans;
using Beffroi.Eva.Scoring;
using Beffroi.Kit;

namespace Beffroi.Eva.TrainingEntry;

/// <summary>In the order of the report.</summary>
public enum LineState
{
    ATravailler,
    Acquis,
    NonMesure,
}

/// <param name="Code">Of CléA (2.3, 2.3.4); empty for literacy.</param>
/// <param name="Seen">What it rests on, in figures.</param>
/// <param name="WorkOn">For the trainer: what to work on; where nothing was measured, what to ask instead.</param>
public sealed record ReportLine(BaseDomain Domain, string Code, string Title, LineState State, string Seen, string WorkOn);

/// <summary>A positioning that a trainer builds a programme from: literacy by sub-skill, reckoning by sub-domain and criterion of CléA.</summary>
public static class TrainingReport
{
    /// <summary>Fewer questions say too little of a sub-skill (as in the strengths that a person reads).</summary>
    public const int Fewest = 3;

    /// <summary>Share of right answers from which a sub-skill is said acquired where the published rules have no threshold (ours: two in three, as for the socle).</summary>
    public const double Enough = 2.0 / 3;

    public static IReadOnlyList<ReportLine> Of(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return [.. Literacy(findings), .. Numeracy(findings)];
    }

    static IEnumerable<ReportLine> Literacy(Findings findings)
    {
        var play = findings.Plays.FirstOrDefault(p => p.IsLiteracy);
        foreach (var text in CleaTexts.Current.Literacy)
        {
            yield return play is not null
                ? Line(BaseDomain.Litteratie, "", text.Title, Expected(play, s => string.Equals(s.Item.Skill, text.Id, StringComparison.Ordinal)), text.TrainerWorksOn, text.AskInstead)
                : Line(BaseDomain.Litteratie, "", text.Title, Diagnosed(findings.Diagnostic, text.Id), text.TrainerWorksOn, text.AskInstead);
        }
    }

    // The published rules where they decided of the questions; else what was asked of each sub-domain; else the diagnostic, which does not tell them apart.
    static IEnumerable<ReportLine> Numeracy(Findings findings)
    {
        var play = findings.Plays.FirstOrDefault(p => !p.IsLiteracy);
        foreach (var subdomain in CleaTexts.Current.Domains.SelectMany(d => d.Subdomains))
        {
            if (findings.Clea.FirstOrDefault(c => string.Equals(c.Code, subdomain.Code, StringComparison.Ordinal)) is { } published)
            {
                foreach (var criterion in subdomain.Criteria)
                {
                    yield return Published(criterion, published.Criteria.Single(c => string.Equals(c.Code, criterion.Code, StringComparison.Ordinal)), published.Threshold);
                }
            }
            else
            {
                var asked = play is null ? default : Expected(play, s => CriterionOf(s.Item.Id)?.StartsWith(subdomain.Code + ".", StringComparison.Ordinal) == true);
                yield return Line(BaseDomain.Numeratie, subdomain.Code, subdomain.Title, asked, subdomain.TrainerWorksOn, string.Join(' ', subdomain.Criteria.Select(c => c.AskInstead).OfType<string>()));
            }
        }

        if (play is null && Diagnosed(findings.Diagnostic, "numeratie") is { Asked: > 0 } whole)
        {
            yield return Line(BaseDomain.Numeratie, "2", "Calculer au travail, tous sous-domaines ensemble", whole, CleaTexts.Subdomain("2.1").TrainerWorksOn, "");
        }
    }

    static ReportLine Published(CleaCriterionText text, CleaCriterion criterion, decimal threshold) => criterion.Status switch
    {
        CriterionStatus.Acquis => new(BaseDomain.Numeratie, text.Code, text.Title, LineState.Acquis, Percent(criterion, threshold), text.TrainerWorksOn),
        CriterionStatus.NonAcquis => new(BaseDomain.Numeratie, text.Code, text.Title, LineState.ATravailler, Percent(criterion, threshold), text.TrainerWorksOn),
        CriterionStatus.NonEvalue => new(BaseDomain.Numeratie, text.Code, text.Title, LineState.NonMesure, "Aucune question n’a été posée sur ce point.", text.AskInstead ?? text.TrainerWorksOn),
        CriterionStatus.PasDeTest => new(BaseDomain.Numeratie, text.Code, text.Title, LineState.NonMesure, "Eva n’a pas de question sur ce point.", text.AskInstead ?? text.TrainerWorksOn),
    };

    static string Percent(CleaCriterion criterion, decimal threshold) => $"{French.Percent((double)(criterion.Percent ?? 0) / 100)} de réussite, seuil {French.Percent((double)threshold / 100)}.";

    static ReportLine Line(BaseDomain domain, string code, string title, (int Right, int Asked) seen, string workOn, string askInstead) => seen.Asked < Fewest
        ? new(domain, code, title, LineState.NonMesure, seen.Asked == 0 ? "Aucune question n’a été posée sur ce point." : $"{French.Count(seen.Asked, "question posée", "questions posées")} : trop peu pour le dire.", askInstead.Length > 0 ? askInstead : workOn)
        : new(domain, code, title, (double)seen.Right / seen.Asked >= Enough ? LineState.Acquis : LineState.ATravailler, $"{French.Number(seen.Right)} réponses justes sur {French.Number(seen.Asked)} questions du niveau attendu.", workOn);

    // Only questions that somebody at the highest level is expected to answer: an adaptive test asks harder ones too, and missing them is no gap.
    static (int Right, int Asked) Expected(RoutePlay play, Func<RouteStep, bool> mine)
    {
        var top = play.IsLiteracy ? Norms.Current.Beffroi.Cefr.Values[^1] : Norms.Current.Beffroi.Cenf.Values[^1];
        var steps = play.Steps.Where(s => !s.Heard && s.Item.Difficulty <= top && mine(s)).ToList();
        return (steps.Count(s => s.Marked.Right), steps.Count);
    }

    static (int Right, int Asked) Diagnosed(Score? diagnostic, string skill)
    {
        var lines = (diagnostic?.SubResults ?? []).Where(r => skill switch
        {
            "comprehension" => r is { Skill: Skill.Ccf, IsWord: null },
            "numeratie" => r.Skill is Skill.Numeratie,
            _ => false,
        }).ToList();
        return (lines.Sum(l => l.Correct), lines.Sum(l => l.Answered));
    }

    static string? CriterionOf(string item) =>
        MarcheCodebook.Families.FirstOrDefault(f => item.StartsWith(f.Principal.Code, StringComparison.Ordinal) || (f.CatchUp is { } again && item.StartsWith(again.Code, StringComparison.Ordinal)))?.Criterion;
}
