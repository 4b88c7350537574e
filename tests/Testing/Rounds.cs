using Beffroi.Accounts;
using Beffroi.Accounts.Post;
using Beffroi.Accounts.Support;
using Beffroi.Ads;
using Beffroi.Bots.Forgetting;
using Beffroi.Encyclopedia;
using Beffroi.Eva.FollowUp;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>The rounds that erase, one at a time: none runs by itself on the site under test.</summary>
public static class Rounds
{
    public static IReadOnlyList<string> OfTheChat { get; } = ["Avis", "Lectures notées", "Droits retirés, à faire savoir aux serveurs", "Fichiers qui ne sont plus dans aucun message", "Noms d’invités"];

    /// <summary>In the order in which none takes what another counts.</summary>
    /// <returns>What each takes, in the words of <see cref="DueToGo.What"/>.</returns>
    public static IReadOnlyList<(IReadOnlyList<string> Takes, Func<IServiceProvider, CancellationToken, Task> Run)> All { get; } =
    [
        (["Lettres", "Liens de lettres"], (of, ct) => of.GetRequiredService<Clearing>().ClearDue(ct)),
        (["Demandes closes"], (of, ct) => of.GetRequiredService<SupportRound>().Run(isDry: false, ct)),
        (["Clés d’un jour, sans lesquelles deux réponses ne se relient plus", "Places réservées et rendues", "Signalements refusés"], (of, ct) => of.GetRequiredService<AnswerRound>().EachNight(ct)),
        (["Réseaux gardés avec une réponse ou un signalement"], (of, ct) => of.GetRequiredService<AnswerRound>().EachMinute(ct)),
        (["Messages", "Comptes", "Comptes vus en explorant"], (of, ct) => of.GetRequiredService<ForgetRound>().Run(isDry: false, ct)),
        (OfTheChat, (of, ct) => of.GetRequiredService<Chat.Notifying.Forgetting>().Run(ct)),
        (["Propositions refusées ou retirées"], (of, ct) => of.GetRequiredService<ContributionRound>().Run(ct)),
        (["Personnes à rendre anonymes"], (of, ct) => of.GetRequiredService<Anonymising>().AnonymiseAllDue(null, ct)),
        (["Évaluations faites seul, sans suite", "Codes de remise", "Essais de codes faux"], (of, ct) => of.GetRequiredService<Eva.Forgetting>().ForgetAllDue(ct)),
        (["Lignes du journal, de tous les services"], (of, ct) => of.GetRequiredService<JournalRound>().Run(isDry: false, ct)),
        (["Comptes à fermer", "Preuves de fermeture"], (of, ct) => of.GetRequiredService<ClosureRound>().Run(ct)),
    ];

    /// <summary>How many there are of each kind: whether due or not is the rounds' own matter.</summary>
    public static IReadOnlyDictionary<string, int> Held(SiteUnderTest site)
    {
        var old = SiteUnderTest.Start.AddDays(1);
        return new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["Lettres"] = site.ReadAccounts(db => db.Outbox.Count()),
            ["Liens de lettres"] = site.ReadAccounts(db => db.MailLinks.Count()),
            ["Comptes à fermer"] = site.ReadAccounts(db => db.Closures.Count(c => c.DoneAt == null && c.CancelledAt == null)),
            ["Preuves de fermeture"] = site.ReadAccounts(db => db.Closures.Count()),
            ["Demandes closes"] = site.ReadAccounts(db => db.Requests.Count()),
            ["Clés d’un jour, sans lesquelles deux réponses ne se relient plus"] = site.ReadAds(db => db.DayKeys.Count()),
            ["Réseaux gardés avec une réponse ou un signalement"] = site.ReadAds(db => db.Answers.Count(a => a.Network != null) + db.Submissions.Count(s => s.Network != null)),
            ["Places réservées et rendues"] = site.ReadAds(db => db.Holds.Count()),
            ["Signalements refusés"] = site.ReadAds(db => db.Submissions.Count()),
            ["Messages"] = site.ReadBots(db => db.Posts.Count()),
            ["Comptes"] = site.ReadBots(db => db.Accounts.Count()),
            ["Comptes vus en explorant"] = site.ReadBots(db => db.Explored.Count()),
            ["Propositions refusées ou retirées"] = site.ReadEncyclopedia(db => db.Proposals.Count(p => p.Comment != "")),
            ["Personnes à rendre anonymes"] = site.Read(db => db.Beneficiaries.Count(b => b.Anonymised == null)),
            ["Évaluations faites seul, sans suite"] = site.Read(db => db.Evaluations.Count(e => e.CampaignId == null)),
            ["Codes de remise"] = site.Read(db => db.HandOverCodes.Count()),
            ["Essais de codes faux"] = site.Read(db => db.WrongHandOverCodes.Count()),
            ["Avis"] = site.ReadChat(db => db.Notices.Count()),
            ["Lectures notées"] = site.ReadChat(db => db.Readings.Count()),
            ["Droits retirés, à faire savoir aux serveurs"] = site.ReadChat(db => db.Revocations.Count()),
            ["Fichiers qui ne sont plus dans aucun message"] = site.ReadChat(db => db.Blobs.Count()),
            ["Noms d’invités"] = site.ReadChat(db => db.GuestPasses.Count(p => p.ForWhom != "")),
            ["Lignes du journal, de tous les services"] = site.ReadAccounts(db => Old(db.Audit.Select(a => a.At), old)) + site.ReadAds(db => Old(db.Audit.Select(a => a.At), old)) + site.ReadBots(db => Old(db.Audit.Select(a => a.At), old))
                + site.ReadChat(db => Old(db.Audit.Select(a => a.At), old)) + site.ReadEncyclopedia(db => Old(db.Audit.Select(a => a.At), old)) + site.Read(db => Old(db.Audit.Select(a => a.At), old)) + site.ReadIncubator(db => Old(db.Audit.Select(a => a.At), old)),
        };
    }

    static int Old(IQueryable<DateTimeOffset> at, DateTimeOffset before) => at.Count(a => a < before);
}
