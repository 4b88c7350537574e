using Beffroi.Accounts;
using Beffroi.Accounts.Counting;
using Beffroi.Accounts.Prospects;
using Beffroi.Accounts.Support;
using Beffroi.Kit;

namespace Beffroi.Testing;

/// <summary>Something to read on the pages of requests, partners and funnels.</summary>
public static class SupportFurnishing
{
    public static SupportRequest Request(DateTimeOffset at, RequestKind kind = RequestKind.Bug, SitePart part = SitePart.Eva, string? email = "lina@mission.beffroi.example") => new SupportRequest
    {
        Id = Guid.NewGuid(), Reference = RequestReference.Draw(), Part = part, Kind = kind, Subject = "Le son ne part pas", Message = "Bonjour,\n\nje n’entends rien dans la tournée des colis.",
        Email = email, AccountId = null, Page = "/eva/{code}", ReceivedAt = at,
    }.Received();

    public static Prospect Prospect(Guid by, DateTimeOffset at, SitePart part = SitePart.Eva, string name = "Mission locale des Dunes") =>
        new() { Id = Guid.NewGuid(), Part = part, Name = name, Kind = "Mission locale", ContactRole = "directrice", Source = "Salon", NextStep = "Montrer un jeu", NextStepOn = new(2026, 12, 1), EnteredAt = at, EnteredBy = by };

    /// <summary>Rows of the database of accounts, not saved yet.</summary>
    public static (Guid Request, Guid Prospect) FurnishSupport(this AccountsDb db, Guid by, DateTimeOffset now)
    {
        var (done, late, prospect) = (Request(now.AddDays(-2)), Request(now.AddDays(-9), RequestKind.Accessibility, SitePart.Site, email: null), Prospect(by, now.AddDays(-20)));
        done.Do(RequestAct.Take, by, now.AddDays(-1));
        done.Do(RequestAct.Answer, by, now.AddHours(-20), "Montez le son de l’appareil, puis rechargez la page.");
        done.Do(RequestAct.Note, by, now.AddHours(-19), "Vu sur une tablette ancienne.");
        db.AddRange(done, late, prospect);
        // A running site writes these rows too, and a demonstration has some.
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var (step, count) in new[] { ("accueil", 40), ("code", 32) })
        {
            if (!db.StepCounts.Any(c => c.Funnel == "eva" && c.Step == step && c.Day == day))
            {
                db.Add(new StepCount { Funnel = "eva", Step = step, Day = day, Count = count });
            }
        }

        return (done.Id, prospect.Id);
    }
}
