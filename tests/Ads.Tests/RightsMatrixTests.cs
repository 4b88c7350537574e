using System.Net;
using System.Text.Json;
using Beffroi.Ads.Tests.Reviewing;
using Beffroi.Chat;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests;

/// <summary>Who may do what about ads: the tables, and every door tried by every person. A refusal is a 403, a 404 or the sign-in page, whatever was sent.</summary>
public sealed partial class RightsMatrixTests
{
    // o: opens; x: refused; s: the sign-in page. In the order of the people below: a stranger, one who is not accepted, a member, a reviewer (Hugo), a superadmin.
    static readonly string?[] People = [null, Crew.Pending, Crew.OtherAdviser, Crew.Hugo, Crew.Superadmin];

    /// <summary>What stands in addresses and fields, by its name in the tables.</summary>
    static readonly Dictionary<string, Guid> Keys = new(StringComparer.Ordinal)
    {
        ["ad"] = new("ad500000-0000-7000-8000-0000000000a1"), ["review"] = new("ad500000-0000-7000-8000-0000000000a2"), ["invitation"] = new("ad500000-0000-7000-8000-0000000000a3"),
        ["letter"] = new("ad500000-0000-7000-8000-0000000000a4"), ["sent"] = new("ad500000-0000-7000-8000-0000000000a5"), ["tie"] = new("ad500000-0000-7000-8000-0000000000a6"),
        ["juror"] = new("ad500000-0000-7000-8000-0000000000a7"), ["sponsor"] = new("ad500000-0000-7000-8000-0000000000a8"), ["group"] = new("ad500000-0000-7000-8000-0000000000a9"),
        ["unseen"] = new("ad500000-0000-7000-8000-0000000000c1"), ["reply"] = new("ad500000-0000-7000-8000-0000000000c2"), ["silent"] = new("ad500000-0000-7000-8000-0000000000c3"),
        ["sending"] = new("ad500000-0000-7000-8000-0000000000b1"), ["reading"] = new("ad500000-0000-7000-8000-0000000000b2"),
    };

    public static readonly TheoryData<string, string, string> Doors = new()
    {
        { "/annonces", "/en/ads", "ooooo" },
        { "/annonces/mes-reponses", "/en/ads/my-answers", "ooooo" },
        { "/annonces/signaler", "/en/ads/send", "ooooo" },
        { "/annonces/bibliotheques", "/en/ads/libraries", "ooooo" },
        { "/annonces/temoins", "/en/ads/known-answers", "sxxoo" },
        { "/annonces/contributions", "/en/ads/contributions", "sxxoo" },
        { "/annonces/envois", "/en/ads/submissions", "sxxoo" },
        { "/annonces/import", "/en/ads/import", "sxxxo" },
        { "/annonces/toutes", "/en/ads/all", "ooooo" },
        { "/annonces/annonce/{ad}", "/en/ads/ad/{ad}", "ooooo" },
        { "/annonces/annonceur/{sponsor}", "/en/ads/sponsor/{sponsor}", "ooooo" },
        { "/annonces/resultats", "/en/ads/results", "ooooo" },
        { "/annonces/methode", "/en/ads/method", "ooooo" },
        { "/annonces/regles", "/en/ads/rules", "ooooo" },
        { "/annonces/donnees", "/en/ads/data", "ooooo" },
        { "/annonces/donnees/ads.csv", "/en/ads/data/ads.csv", "ooooo" },
        { "/annonces/donnees/ads.json", "/en/ads/data/ads.json", "ooooo" },
        { "/annonces/donnees/datapackage.json", "/en/ads/data/datapackage.json", "ooooo" },
        { "/api/ads", "/api/ads/results", "ooooo" },
        { "/api/ads/{ad}", "/api/ads/{ad}", "ooooo" },
        { "/annonces/droit-de-reponse/le-secret-des-essais", "/en/ads/right-of-reply/le-secret-des-essais", "ooooo" },
        { "/annonces/relecture", "/en/ads/review", "sxxoo" },
        { "/annonces/relecture/{ad}", "/en/ads/review/{ad}", "sxxoo" },
        { "/annonces/courriers", "/en/ads/notices", "sxxoo" },
        { "/annonces/courriers/{letter}", "/en/ads/notices/{letter}", "sxxoo" },
        { "/annonces/relecteurs", "/en/ads/reviewers", "sxxxo" },
        { "/annonces/import/schema.json", "/annonces/import/schema.json", "ooooo" },
        { "/annonces/bibliotheques/{reading}", "/en/ads/libraries/{reading}", "ooooo" },
    };

    public static readonly TheoryData<string, string, string> Acts = new()
    {
        { "/annonces/relecture/mon-nom", "/en/ads/review/my-name", "sxxoo" },
        { "/annonces/relecture/{ad}", "/en/ads/review/{ad}", "sxxoo" },
        { "/annonces/relecture/{ad}/fait", "/en/ads/review/{ad}/fact", "sxxoo" },
        { "/annonces/relecture/{ad}/plus-tot", "/en/ads/review/{ad}/sooner", "sxxoo" },
        { "/annonces/relecture/{ad}/invitation", "/en/ads/review/{ad}/invitation", "sxxoo" },
        { "/annonces/relecture/{ad}/invitation/{invitation}", "/en/ads/review/{ad}/invitation/{invitation}", "sxxoo" },
        { "/annonces/relecture/{ad}/invitation/{invitation}/impossible", "/en/ads/review/{ad}/invitation/{invitation}/cannot", "sxxoo" },
        { "/annonces/relecture/{ad}/masquer", "/en/ads/review/{ad}/hide", "sxxoo" },
        { "/annonces/relecture/{unseen}/montrer", "/en/ads/review/{unseen}/show", "sxxoo" },
        { "/annonces/relecture/{ad}/reponse/{reply}", "/en/ads/review/{ad}/reply/{reply}", "sxxoo" },
        { "/annonces/relecture/{ad}/reponse/{silent}/montrer", "/en/ads/review/{ad}/reply/{silent}/show", "sxxoo" },
        { "/annonces/relecture/{ad}/dossier", "/en/ads/review/{ad}/case", "sxxoo" },
        { "/annonces/relecture/{ad}/dossier/{tie}", "/en/ads/review/{ad}/case/{tie}", "sxxoo" },
        { "/annonces/relecture/{ad}/courrier", "/en/ads/review/{ad}/letter", "sxxoo" },
        { "/annonces/courriers/{letter}", "/en/ads/notices/{letter}", "sxxoo" },
        { "/annonces/courriers/{letter}/envoye", "/en/ads/notices/{letter}/sent", "sxxoo" },
        { "/annonces/courriers/{sent}/suite", "/en/ads/notices/{sent}/follow-up", "sxxoo" },
        { "/annonces/relecteurs", "/en/ads/reviewers", "sxxxo" },
        { "/annonces/relecteurs/{juror}", "/en/ads/reviewers/{juror}", "sxxxo" },
        { "/annonces/droit-de-reponse/le-secret-des-essais", "/en/ads/right-of-reply/le-secret-des-essais", "ooooo" },
        { "/annonces/envois/{sending}/accepter", "/en/ads/submissions/{sending}/accept", "sxxoo" },
        { "/annonces/envois/{sending}/refuser", "/en/ads/submissions/{sending}/refuse", "sxxoo" },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task Each_door_opens_to_those_of_the_table_in_both_languages(string french, string english, string rights)
    {
        await using var site = await Furnished();
        foreach (var (person, right) in People.Zip(rights))
        {
            var visitor = person is null ? site.Visit() : await site.SignIn(person);
            foreach (var door in new[] { french, english })
            {
                await visitor.Open(Filled(door));
                Assert.True(Found(visitor) == right, $"{person ?? "a stranger"} at {door}: {(int)visitor.Status} {visitor.Address}");
            }
        }
    }

    [Theory, MemberData(nameof(Acts))]
    public async Task Each_act_is_done_by_those_of_the_table_and_changes_nothing_for_the_others_even_when_what_they_send_is_wrong(string french, string english, string rights)
    {
        await using var site = await Furnished();
        foreach (var (person, right) in People.Zip(rights).Where(p => p.Second != 'o'))
        {
            var visitor = person is null ? site.Visit() : await site.SignIn(person);
            var before = Everything(site);
            foreach (var act in new[] { french, english })
            {
                foreach (var sent in new[] { Sent, [] })
                {
                    await visitor.Open(person is null ? "/connexion" : "/compte");
                    await visitor.Post(Filled(act), sent);
                    Assert.True(Found(visitor) == right, $"{person ?? "a stranger"} does {act}: {(int)visitor.Status} {visitor.Address}");
                }
            }

            Assert.Equal(before, Everything(site));
        }

        foreach (var (person, act) in People.Zip(rights).Where(p => p.Second == 'o').Select((p, i) => (p.First, i % 2 == 0 ? french : english)))
        {
            await using var own = await Furnished();
            var visitor = person is null ? own.Visit() : await own.SignIn(person);
            await visitor.Open(person is null ? "/connexion" : "/compte");
            var before = Everything(own);
            await visitor.Post(Filled(act), Sent);
            Assert.True(before != Everything(own), $"{person ?? "a stranger"} does {act}: {(int)visitor.Status} {visitor.Address} {string.Join(" / ", visitor.Mistakes)}");
        }
    }

    [Fact]
    public async Task An_appointment_that_ends_takes_the_right_away_at_once()
    {
        await using var site = await Furnished();
        var (hugo, camille) = (await site.SignIn(Crew.Hugo), await site.SignIn(Crew.Superadmin));
        Assert.Equal(HttpStatusCode.OK, (await hugo.Open("/annonces/relecture")).Status);
        await camille.Open("/annonces/relecteurs");
        await camille.Press($"Mettre fin à la nomination de {Crew.Hugo}");
        Assert.Equal(HttpStatusCode.Forbidden, (await hugo.Open("/annonces/relecture")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open("/annonces/droit-de-reponse/un-autre-secret")).Status);
    }

    // Every route of the module is in a table of this class, or among those that its colleagues hold apart.
    [Fact]
    public async Task No_route_about_ads_is_left_out()
    {
        await using var site = await SiteUnderTest.Empty();
        var known = Doors.Concat(Acts).SelectMany(row => new[] { row.Data.Item1, row.Data.Item2 }).Concat(Elsewhere).Select(Plain).ToHashSet(StringComparer.Ordinal);
        var left = site.Endpoints.OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/').TrimEnd('/'))
            .Where(r => r.StartsWith("/annonces", StringComparison.Ordinal) || r.StartsWith("/en/ads", StringComparison.Ordinal) || r.StartsWith("/api/ads", StringComparison.Ordinal))
            .Where(r => !known.Contains(Plain(r))).Distinct().ToList();
        Assert.Empty(left);
    }

    static string Plain(string route) => Braces().Replace(route.Replace("le-secret-des-essais", "{secret}", StringComparison.Ordinal), "{}");

    [System.Text.RegularExpressions.GeneratedRegex("\\{[^}]*\\}", System.Text.RegularExpressions.RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial System.Text.RegularExpressions.Regex Braces();

    static char Found(Visitor visitor) => visitor.Status switch
    {
        HttpStatusCode.OK => visitor.Address.StartsWith("/connexion", StringComparison.Ordinal) ? 's' : 'o',
        HttpStatusCode.Forbidden or HttpStatusCode.NotFound => 'x',
        _ => '?',
    };

    static string Filled(string address) => Keys.Aggregate(address, (filled, key) => filled.Replace("{" + key.Key + "}", key.Value.ToString(), StringComparison.Ordinal));

    static (string, string)[] Sent =>
    [
        ("PublicName", "Un Nom"), ("Agrees", "true"), ("Rule", "R1"), ("Seen", Keys["review"].ToString()), ("Outcome-R1", "NoBreach"), ("Reason-R1", "Une raison assez longue pour être lue."), ("Review", Keys["review"].ToString()),
        ($"How-{Keys["invitation"]:N}", "par courriel"), ($"Why-{Keys["invitation"]:N}", "Aucune adresse"), ("HiddenReason", "Une personne privée"), ($"Withheld-{Keys["reply"]:N}", "Elle nomme une personne privée"), ("Case", CaseFurnishing.Case.ToString()), ("Kind", "CourtFile"), ("To", "Le juge"), ("Text", "Un texte"), ("ByName", "Un nom"), ("DueOn", "2026-12-24"), ("PageName", "Une page"), ("Reason", "Ce n’est pas une annonce"), ("Receipt", "true"), ("Key", "Label"), ("Value-Label", "no"), ("Because-Label", "Lu sur la capture."), ("PictureText", "Une affiche bleue."), ("Email", Crew.EmailOf(Crew.OtherAdmin)),
    ];

    static async Task<SiteUnderTest> Furnished()
    {
        var site = await SiteUnderTest.WithWorld();
        await site.Appointed(Crew.Superadmin, "Camille Fontaine");
        await site.Write<AdsDb>(db => Fill(db, site.IdOf(Crew.Hugo)));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Beffroi.Kit.Actor>().Act = "test.preparer";
        await CaseFurnishing.Fill(scope.ServiceProvider.GetRequiredService<ChatDb>(), site.Clock, TestContext.Current.CancellationToken);
        return site;
    }

    static void Fill(AdsDb db, Guid hugo)
    {
        var now = SiteUnderTest.Start;
        db.AddRange(
            new Sponsor { Id = Keys["sponsor"], Source = AdSource.MetaLibrary, Key = Given.Party, Name = Given.Party },
            new EstablishedFact { Id = Keys["review"], AdId = Keys["ad"], Key = Beffroi.Ads.Law.FactKey.Label, Value = "yes", Because = "Lu sur une autre capture.", TextHash = "", By = hugo, At = now },
            new AdGroup { Id = Keys["group"], ShownAdId = Keys["ad"], Country = "FR", Ads = 1, State = GroupState.Disputed },
            new Ad { Id = Keys["ad"], Source = AdSource.MetaLibrary, SourceId = "1", Country = "FR", SponsorId = Keys["sponsor"], PageName = Given.Party, Text = "Choisissons le cap.", ContentHash = "", GroupId = Keys["group"], ImportId = Guid.Empty, ImportedAt = now },
            new Ad { Id = Keys["unseen"], Source = AdSource.MetaLibrary, SourceId = "2", Country = "FR", SponsorId = Keys["sponsor"], PageName = Given.Party, Text = "Masquée.", ContentHash = "", GroupId = Keys["group"], ImportId = Guid.Empty, ImportedAt = now, HiddenAt = now, HiddenReason = "Une erreur" },
            new SponsorReply { Id = Keys["reply"], ReviewId = Keys["review"], ByName = "Une page", Text = "Une réponse.", At = now },
            new SponsorReply { Id = Keys["silent"], ReviewId = Keys["review"], ByName = "Une page", Text = "Une autre.", At = now, WithheldAt = now, WithheldBecause = "Une raison" },
            new Juror { Id = Keys["juror"], AccountId = hugo, GivenBy = Keys["sponsor"], GivenAt = now, PublicName = "Hugo Lemaire", ConsentedAt = now },
            new Review { Id = Keys["review"], AdId = Keys["ad"], Rule = "R1", TextFrom = new(2011, 4, 20), Outcome = ReviewOutcome.Breach, Reason = "Une raison.", Computed = "", By = hugo, ByName = "Hugo Lemaire", At = now, ShownFrom = now.AddDays(7) },
            new ReplyInvitation { Id = Keys["invitation"], ReviewId = Keys["review"], SecretHash = ReplySecret.HashOf("le-secret-des-essais"), At = now, Until = now.AddDays(7), By = hugo },
            new Notice { Id = Keys["letter"], AdId = Keys["ad"], Kind = NoticeKind.CourtFile, To = "Le juge", Text = "Brouillon", By = hugo, At = now },
            new Notice { Id = Keys["sent"], AdId = Keys["ad"], Kind = NoticeKind.CourtFile, To = "Le juge", Text = "Parti", By = hugo, At = now, SentAt = now, SentBy = hugo, DueOn = new(2026, 12, 1) },
            new Submission { Id = Keys["sending"], At = now, Language = Beffroi.Kit.Lang.French, PageName = "Une page", Text = "Un texte", Why = "Vue hier" },
            new Dump { Id = Keys["group"], Source = AdSource.MetaLibrary, Country = "FR", Name = "a", Sha256 = "", TakenAt = now.AddDays(-9), ImportedAt = now, CompletedAt = now, ImportId = Guid.Empty },
            new Dump { Id = Keys["reading"], Source = AdSource.MetaLibrary, Country = "FR", Name = "b", Sha256 = "", TakenAt = now.AddDays(-2), ImportedAt = now, CompletedAt = now, ImportId = Guid.Empty },
            new CaseTie { Id = Keys["tie"], CaseId = CaseFurnishing.Case, SponsorId = Keys["sponsor"], By = hugo, At = now });
    }

    static string Everything(SiteUnderTest site) => site.ReadAds(db => JsonSerializer.Serialize(new object[]
    {
        db.Reviews.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Invitations.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Replies.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Notices.AsNoTracking().OrderBy(r => r.Id).ToList(),
        db.CaseTies.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Jurors.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Ads.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Answers.Count(), db.Established.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Groups.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Submissions.AsNoTracking().OrderBy(r => r.Id).ToList(), db.Imports.Count(), db.Removals.Count(), db.Gold.Count(), db.Dumps.Count(),
    }));

    /// <summary>Routes whose rights their own tests hold: tables that answer, send or import.</summary>
    static readonly string[] Elsewhere =
    [
        "/annonces/repondre", "/en/ads/answer", "/annonces/repondre/{id}", "/en/ads/answer/{id}", "/annonces/autre", "/en/ads/another", "/annonces/image/{id}",
        "/annonces/contributions/{id}", "/en/ads/contributions/{id}", "/annonces/temoins/{id}", "/en/ads/known-answers/{id}",
    ];
}
