using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Compliance;

/// <summary>The risk workshop of each service, in the base (C30).</summary>
sealed class RiskCheck(IncubatorDb db) : ICheck
{
    /// <summary>Of 9 (3 stars × 3 stars): at least one of both is at its highest and the other above its lowest. Ours: the guide gives none.</summary>
    public const int High = 6;

    public IReadOnlyList<int> Criteria => [30];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var proofs = await Proofs.Read(db, ct);
        var findings = new List<Finding>();
        foreach (var service in HostedServices.All)
        {
            var slug = service.Startup();
            var workshop = await db.Workshops.AsNoTracking().Where(w => db.Startups.Any(s => s.Id == w.StartupId && s.Slug == slug)).OrderByDescending(w => w.HeldOn).FirstOrDefaultAsync(ct);
            var risks = workshop is null ? [] : await db.Risks.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).OrderBy(r => r.FearedEvent).ToListAsync(ct);
            findings.Add(Of(service, workshop, risks, proofs));
        }

        return findings;
    }

    static Finding Of(HostedService service, Workshop? workshop, IReadOnlyList<Risk> risks, Proofs proofs)
    {
        if (workshop is null)
        {
            return new(30, service, Verdict.NotMet, "aucun atelier");
        }

        var held = $"atelier du {French.Day(workshop.HeldOn)}";
        if (workshop.StaleSince is { } since)
        {
            return new(30, service, Verdict.NotMet, $"{held}, à refaire depuis le {French.Day(since)} : {workshop.StaleBecause}");
        }

        var high = risks.Where(r => r.Criticality >= High).ToList();
        var bare = high.Find(r => string.IsNullOrWhiteSpace(r.Measure) || string.IsNullOrWhiteSpace(r.TestName));
        if (bare is not null)
        {
            return new(30, service, Verdict.NotMet, $"{held}, risque fort sans mesure ou sans test : {bare.FearedEvent}");
        }

        var verdict = Verdicts.Together(high.Select(r => proofs.Of(r.TestName!)).Append(Verdict.Met));
        var tests = verdict switch
        {
            Verdict.Met => "chacun avec sa mesure et son test réussi",
            Verdict.NotMet => "un test échoue",
            Verdict.NotApplicable or Verdict.Unknown => "tests dont le résultat n’est pas chargé",
        };
        return new(30, service, verdict, $"{held}, {French.Count(high.Count, "risque fort", "risques forts")}, {tests}");
    }
}
