using Beffroi.Accounts;
using Beffroi.Accounts.Counting;
using Beffroi.Accounts.Prospects;
using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>Requests to the team, prospects, opinions and counted steps: all invented, and few.</summary>
static class WorldSupport
{
    public static async Task<bool> Plant(AccountsDb accounts, DateTimeOffset now, CancellationToken ct)
    {
        if (await accounts.Requests.AnyAsync(ct) || await accounts.Prospects.AnyAsync(ct))
        {
            return false;
        }

        var by = await accounts.Users.Where(a => a.Email == People.Camille.Email).Select(a => a.Id).SingleAsync(ct);
        accounts.AddRange(Requests(by, now));
        accounts.AddRange(Prospects(by, now));
        accounts.AddRange(Opinions(DateOnly.FromDateTime(now.UtcDateTime)));
        accounts.AddRange(Steps(DateOnly.FromDateTime(now.UtcDateTime)).Where(step => !accounts.StepCounts.Any(c => c.Funnel == step.Funnel && c.Step == step.Step && c.Day == step.Day)));
        await accounts.SaveChangesAsync(ct);
        return true;
    }

    static IEnumerable<SupportRequest> Requests(Guid by, DateTimeOffset now)
    {
        var sound = Request(now.AddDays(-3), SitePart.Eva, RequestKind.Bug, "Le son ne part pas", "Bonjour,\n\nsur une tablette, je n’entends rien dans la tournée des colis.", "/eva/{code}");
        sound.Do(RequestAct.Take, by, now.AddDays(-3).AddHours(2));
        sound.Do(RequestAct.Answer, by, now.AddDays(-3).AddHours(5), "Montez le son de la tablette, puis rechargez la page.");
        sound.Do(RequestAct.Close, by, now.AddDays(-1));
        var paper = Request(now.AddDays(-1), SitePart.Eva, RequestKind.Help, "Imprimer l’affiche", "Où est l’affiche de ma campagne ?", "/eva/campagnes/{id:guid}");
        paper.Do(RequestAct.Take, by, now.AddHours(-20));
        paper.Do(RequestAct.Note, by, now.AddHours(-19), "À ajouter dans l’aide.");
        return
        [
            sound,
            paper,
            Request(now.AddDays(-9), SitePart.Encyclopedia, RequestKind.Accessibility, "Tableau illisible avec ma synthèse vocale", "Le tableau des phases est lu dans le désordre.", "/encyclopedie"),
            Request(now.AddHours(-4), SitePart.Ads, RequestKind.PersonalData, "Mes réponses", "Pouvez-vous me dire ce que vous gardez de moi ?", "/annonces/mes-reponses"),
        ];
    }

    static SupportRequest Request(DateTimeOffset at, SitePart part, RequestKind kind, string subject, string message, string page) => new SupportRequest
    {
        Id = Guid.CreateVersion7(at), Reference = RequestReference.Draw(), Part = part, Kind = kind, Subject = subject, Message = message, Email = "visiteur@courrier.beffroi.example", AccountId = null, Page = page, ReceivedAt = at,
    }.Received();

    static IEnumerable<Prospect> Prospects(Guid by, DateTimeOffset now)
    {
        var lost = Prospect(by, now.AddDays(-60), SitePart.Eva, "Centre social de la Digue", "Centre social", "coordinateur", "Appel reçu", "Rappeler", null);
        lost.Lose("Pas de salle avec ordinateurs cette année", by, now.AddDays(-10));
        return
        [
            lost,
            Prospect(by, now.AddDays(-20), SitePart.Eva, "Mission locale des Dunes", "Mission locale", "directrice", "Journée des missions locales", "Montrer un jeu", DateOnly.FromDateTime(now.AddDays(6).UtcDateTime)),
            Prospect(by, now.AddDays(-12), SitePart.Chat, "La Gazette du Canal", "Rédaction", "chef du service vérification", "Connaissance commune", "Présenter la charte TLP", DateOnly.FromDateTime(now.AddDays(12).UtcDateTime)),
        ];
    }

    static Prospect Prospect(Guid by, DateTimeOffset at, SitePart part, string name, string kind, string role, string source, string next, DateOnly? on) =>
        new() { Id = Guid.CreateVersion7(at), Part = part, Name = name, Kind = kind, ContactRole = role, Source = source, NextStep = next, NextStepOn = on, EnteredAt = at, EnteredBy = by };

    // Enough for the marks of one service to be told.
    static IEnumerable<Opinion> Opinions(DateOnly today) => Enumerable.Range(0, 12).Select(i => (Number: i, Id: Guid.NewGuid())).Select(o => new Opinion
    {
        Id = o.Id, Day = today.AddDays(-o.Number), Rating = o.Number % 6 == 5 ? OpinionRating.Bad : o.Number % 3 == 2 ? OpinionRating.Medium : OpinionRating.Good, Clarity = 5 - (o.Number % 3), Text = null, AfterPlaying = true, Part = SitePart.Eva,
        SoughtHelp = o.Number % 4 == 0, Helps = o.Number % 4 == 0 ? [new() { OpinionId = o.Id, Way = HelpWay.Counter, Quality = 4 }] : [],
    });

    static IEnumerable<StepCount> Steps(DateOnly today) =>
        from day in Enumerable.Range(1, 14)
        from step in new (string Funnel, string Step, int Count)[]
        {
            ("eva", "accueil", 20), ("eva", "code", 15), ("eva", "commencee", 12), ("eva", "finie", 8), ("eva", "restitution", 10), ("eva-seul", "accueil", 9), ("eva-seul", "commencee", 5), ("eva-seul", "resultats", 3),
            ("annonces", "accueil", 30), ("annonces", "annonce", 29), ("annonces", "reponse", 18), ("annonces", "precision", 11), ("annonces", "dix", 2), ("encyclopedie", "accueil", 14), ("encyclopedie", "fiche", 33), ("encyclopedie", "formulaire", 3), ("encyclopedie", "proposee", 1),
            ("discussion", "rejoindre", 4), ("discussion", "entree", 1), ("discussion", "salon", 21), ("detecteur", "methode", 7), ("detecteur", "formulaire", 2),
        }
        select new StepCount { Funnel = step.Funnel, Step = step.Step, Day = today.AddDays(-day), Count = step.Count };
}
