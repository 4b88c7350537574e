using Beffroi.Incubator.Securing;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Compliance;

/// <summary>The last risk workshop of each service, in the base (C30).</summary>
sealed class RiskCheck(IncubatorDb db) : ICheck
{
    public IReadOnlyList<int> Criteria => [30];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var proofs = await Proofs.Read(db, ct);
        var findings = new List<Finding>();
        foreach (var service in HostedServices.All)
        {
            var slug = service.Startup();
            var startups = db.Startups.AsNoTracking().Where(s => s.Slug == slug);
            var last = await db.Workshops.Where(w => startups.Any(s => s.Id == w.StartupId)).OrderByDescending(w => w.HeldOn).ThenByDescending(w => w.At).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(ct);
            findings.Add(last is { } id && await WorkshopSheet.Read(db, startups, id, ct) is { } sheet ? Of(service, sheet, proofs) : new(30, service, Verdict.NotMet, "aucun atelier"));
        }

        return findings;
    }

    static Finding Of(HostedService service, WorkshopSheet sheet, Proofs proofs)
    {
        var held = $"atelier du {French.Day(sheet.Workshop.HeldOn)}";
        if (sheet.Triggers is [var first, ..])
        {
            return new(30, service, Verdict.NotMet, $"{held}, à refaire depuis le {French.Day(first.On)} : {first.What}");
        }

        var high = sheet.Risks.Where(r => r.IsHigh).ToList();
        if (high.Find(r => r.Lacks is not null) is { } bare)
        {
            return new(30, service, Verdict.NotMet, $"{held}, risque fort sans mesure ou sans test : {bare.Event.Text}");
        }

        var verdict = Verdicts.Together(high.SelectMany(r => r.Risk.TestNames).Select(proofs.Of).Append(Verdict.Met));
        var tests = verdict switch
        {
            Verdict.Met => "chacun avec sa mesure et son test réussi",
            Verdict.NotMet => "un test échoue",
            Verdict.NotApplicable or Verdict.Unknown => "tests dont le résultat n’est pas chargé",
        };
        return new(30, service, verdict, $"{held}, {French.Count(high.Count, "risque fort", "risques forts")}, {tests}");
    }
}
