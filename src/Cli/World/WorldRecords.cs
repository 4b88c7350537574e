using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Bots;
using Beffroi.Chat;
using Beffroi.Eva;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>The assessments of a demonstration, recorded by its invented controller: without them, the services that need one are off.</summary>
public static class WorldRecords
{
    /// <summary>Plants those that are missing; true when any was.</summary>
    /// <param name="until">Last day of each.</param>
    public static async Task<bool> Plant(AccountsDb accounts, DateTimeOffset now, DateOnly until, CancellationToken ct)
    {
        var there = await accounts.TreatmentRecords.Select(r => r.Service).ToListAsync(ct);
        var by = await accounts.Users.Where(a => a.Email == People.Camille.Email).Select(a => a.Id).FirstOrDefaultAsync(ct);
        AssessmentTemplate[] missing = [.. new[] { EvaAssessment.Template, BotsAssessment.Template, ChatAssessment.Template, AdsAssessment.Template }.Where(t => !there.Contains(t.Key, StringComparer.Ordinal))];
        accounts.AddRange(missing.Select(template => Record(template, by, now, until)));
        await accounts.SaveChangesAsync(ct);
        return missing.Length > 0;
    }

    static TreatmentRecord Record(AssessmentTemplate template, Guid by, DateTimeOffset now, DateOnly until) => new()
    {
        Id = Guid.CreateVersion7(now), Service = template.Key, Number = 1, TemplateVersion = template.Version, WrittenAt = now, WrittenBy = by,
        Controller = "Organisme de démonstration, 1 place du Beffroi, 59000 Lille, dpo@beffroi.example",
        Basis = template == EvaAssessment.Template ? RecordedBasis.Consent : RecordedBasis.PublicInterestTask,
        BasisDetail = template == EvaAssessment.Template ? "Consentement donné avant de jouer, retiré à tout moment." : "Décret imaginaire n° 2026-100 : la mission de la démonstration.",
        DpoOpinion = "Avis inventé pour la démonstration : les mesures conviennent, à relire chaque année.",
        PeopleOpinion = "Avis inventé pour la démonstration : recueilli auprès de représentants des personnes.",
        Decision = AssessmentDecision.GoAhead, DecidedBy = "Camille Exemple, directrice", DecidedOn = DateOnly.FromDateTime(now.UtcDateTime), ExpiresOn = until,
    };
}
