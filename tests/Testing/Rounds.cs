using Beffroi.Accounts;
using Beffroi.Accounts.Post;
using Beffroi.Accounts.Support;
using Beffroi.Ads;
using Beffroi.Bots.Forgetting;
using Beffroi.Encyclopedia;
using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>The rounds that erase, one at a time: none runs by itself on the site under test.</summary>
public static class Rounds
{
    static readonly DateTimeOffset Old = SiteUnderTest.Start.AddDays(1);

    public static Round OfTheChat { get; } = new((of, ct) => of.GetRequiredService<Chat.Notifying.Forgetting>().Run(ct),
        new("Avis", site => site.ReadChat(db => db.Notices.Count())),
        new("Lectures notées", site => site.ReadChat(db => db.Readings.Count())),
        new("Droits retirés, à faire savoir aux serveurs", site => site.ReadChat(db => db.Revocations.Count())),
        new("Fichiers qui ne sont plus dans aucun message", site => site.ReadChat(db => db.Blobs.Count())),
        new("Noms d’invités", site => site.ReadChat(db => db.GuestPasses.Count(p => p.ForWhom != ""))));

    /// <summary>In the order in which none takes what another counts.</summary>
    public static IReadOnlyList<Round> All { get; } =
    [
        new((of, ct) => of.GetRequiredService<Clearing>().ClearDue(ct),
            new("Lettres", site => site.ReadAccounts(db => db.Outbox.Count())),
            new("Liens de lettres", site => site.ReadAccounts(db => db.MailLinks.Count()))),
        new((of, ct) => of.GetRequiredService<SupportRound>().Run(isDry: false, ct),
            new Kind("Demandes closes", site => site.ReadAccounts(db => db.Requests.Count()))),
        new((of, ct) => of.GetRequiredService<AnswerRound>().EachNight(ct),
            new("Clés d’un jour, sans lesquelles deux réponses ne se relient plus", site => site.ReadAds(db => db.DayKeys.Count())),
            new("Places réservées et rendues", site => site.ReadAds(db => db.Holds.Count())),
            new("Signalements refusés", site => site.ReadAds(db => db.Submissions.Count()))),
        new((of, ct) => of.GetRequiredService<AnswerRound>().EachMinute(ct),
            new Kind("Réseaux gardés avec une réponse ou un signalement", site => site.ReadAds(db => db.Answers.Count(a => a.Network != null) + db.Submissions.Count(s => s.Network != null)))),
        new((of, ct) => of.GetRequiredService<ForgetRound>().Run(isDry: false, ct),
            new("Messages", site => site.ReadBots(db => db.Posts.Count())),
            new("Comptes", site => site.ReadBots(db => db.Accounts.Count())),
            new("Comptes vus en explorant", site => site.ReadBots(db => db.Explored.Count()))),
        OfTheChat,
        new((of, ct) => of.GetRequiredService<ContributionRound>().Run(ct),
            new Kind("Propositions refusées ou retirées", site => site.ReadEncyclopedia(db => db.Proposals.Count(p => p.Comment != "")))),
        new((of, ct) => of.GetRequiredService<Anonymising>().AnonymiseAllDue(null, ct),
            new Kind("Personnes à rendre anonymes", site => site.Read(db => db.Beneficiaries.Count(b => b.Anonymised == null)))),
        new((of, ct) => of.GetRequiredService<Eva.Forgetting>().ForgetAllDue(ct),
            new("Évaluations faites seul, sans suite", site => site.Read(db => db.Evaluations.Count(e => e.CampaignId == null))),
            new("Codes de remise", site => site.Read(db => db.HandOverCodes.Count())),
            new("Essais de codes faux", site => site.Read(db => db.WrongHandOverCodes.Count()))),
        new((of, ct) => of.GetRequiredService<JournalRound>().Run(isDry: false, ct),
            new Kind("Lignes du journal, de tous les services", site => site.Read(Lines) + site.ReadAccounts(Lines) + site.ReadAds(Lines) + site.ReadBots(Lines) + site.ReadChat(Lines) + site.ReadEncyclopedia(Lines) + site.ReadIncubator(Lines))),
        new((of, ct) => of.GetRequiredService<ClosureRound>().Run(ct),
            new("Comptes à fermer", site => site.ReadAccounts(db => db.Closures.Count(c => c.DoneAt == null && c.CancelledAt == null))),
            new("Preuves de fermeture", site => site.ReadAccounts(db => db.Closures.Count()))),
    ];

    static int Lines(DbContext db) => db.Set<AuditRow>().Count(a => a.At < Old);

    /// <param name="Run">With the services of one request.</param>
    /// <param name="Takes">What it takes, kind by kind.</param>
    public sealed record Round(Func<IServiceProvider, CancellationToken, Task> Run, params IReadOnlyList<Kind> Takes);

    /// <param name="What">In the words of <see cref="DueToGo.What"/>.</param>
    /// <param name="Held">How many there are: whether due or not is the rounds' own matter.</param>
    public sealed record Kind(string What, Func<SiteUnderTest, int> Held);
}
