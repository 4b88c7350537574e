using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Visitor = Beffroi.Testing.Visitor;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>Invented ads with answers, as the rooms of answering leave them.</summary>
static class Given
{
    public const string Party = "Union du Phare";
    public const string Shop = "Vélos Martin-Pêcheur";

    /// <summary>Two people of the world: both are appointed where a test says so.</summary>
    public const string Reviewer = Crew.Hugo;

    /// <summary>An ad that people settled: it supports a candidate, for the presidential election, within its six months.</summary>
    public static Task<Guid> Campaign(this SiteUnderTest site, string? text = null, int answers = 6) => site.Ad(Party, text ?? "Avec Camille Delorme, choisissons le cap : un port ouvert, des écoles neuves, des rues calmes. Votez dimanche.", GroupState.Settled, "Yes:" + answers, "PartyOrCandidate:" + answers, election: "fr-presidential-2027");

    public static async Task<Guid> Ad(this SiteUnderTest site, string page, string text, GroupState state, string? political = null, string? purpose = null, string? election = null, AdSource source = AdSource.MetaLibrary, DateTimeOffset? at = null)
    {
        var (id, now) = (Guid.NewGuid(), at ?? SiteUnderTest.Start);
        var group = Guid.NewGuid();
        var count = political is null ? 0 : Tallies.Counts(political).Values.Sum();
        await site.Write<AdsDb>(db =>
        {
            var sponsor = db.Sponsors.FirstOrDefault(s => s.Key == page);
            if (sponsor is null)
            {
                db.Add(sponsor = new Sponsor { Id = Guid.NewGuid(), Source = source, Key = page, Name = page, Country = "FR" });
            }

            db.Add(new AdGroup { Id = group, ShownAdId = id, Country = "FR", Language = "fr", Ads = 1, Answers = count, State = state, AddedAt = now });
            db.Add(new Ad
            {
                Id = id, Source = source, SourceId = "1234" + id.ToString("N")[..8], Country = "FR", Language = "fr", SponsorId = sponsor.Id, PageName = page, Payer = page, Text = text, Platforms = "Exemplegramme",
                FirstShownAt = new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero), LastShownAt = new DateTimeOffset(2026, 11, 9, 0, 0, 0, TimeSpan.Zero), LibraryUrl = "https://www.facebook.com/ads/library/?id=1234",
                SpendLow = 0, SpendHigh = 99, Currency = "EUR", ContentHash = new('a', 64), GroupId = group, ImportId = Guid.Empty, ImportedAt = now,
            });
            db.AddRange(Verdicts(group, state, political, purpose, now));
            for (var i = 0; i < count; i++)
            {
                db.Add(new Answer { Id = Guid.NewGuid(), GroupId = group, AdId = id, Voter = $"navigateur-{i:d4}-{group:N}"[..Answer.VoterLength], Political = PoliticalAnswer.Yes, Election = election, NamesSomebody = election is null ? null : YesNo.Yes, Language = Lang.French, At = now, OnGold = state == GroupState.Gold });
            }
        });
        return id;
    }

    static IEnumerable<Verdict> Verdicts(Guid group, GroupState state, string? political, string? purpose, DateTimeOffset at)
    {
        foreach (var (question, counts) in new[] { (Question.Political, political), (Question.Purpose, purpose) })
        {
            if (counts is null)
            {
                continue;
            }

            var read = Tallies.Counts(counts);
            var (best, all) = (read.MaxBy(c => c.Value), read.Values.Sum());
            yield return new()
            {
                GroupId = group, Question = question, Leading = best.Key, Certainty = state == GroupState.Settled ? 0.9951 : 0.61, Posterior = $"{best.Key}:0.9951", Counts = counts, Answers = all,
                Majority = read.Values.Count(v => v == best.Value) > 1 ? null : best.Key, MajorityShare = (double)best.Value / all, Settled = state == GroupState.Settled, At = at,
            };
        }
    }

    public static Task Appointed(this SiteUnderTest site, string person, string? publicName = null) => site.Write<AdsDb>(db => db.Add(new Juror
    {
        Id = Guid.NewGuid(), AccountId = site.IdOf(person), GivenBy = site.IdOf(Crew.Superadmin), GivenAt = SiteUnderTest.Start,
        PublicName = publicName, ConsentedAt = publicName is null ? null : SiteUnderTest.Start,
    }));

    /// <summary>A decision, saved as the page saves it.</summary>
    public static async Task<Guid> Decided(this SiteUnderTest site, Guid ad, ReviewOutcome outcome, string rule = "R1", Guid? replaces = null, bool invited = true, DateTimeOffset? at = null)
    {
        var (id, now) = (Guid.NewGuid(), at ?? SiteUnderTest.Start);
        await site.Write<AdsDb>(db =>
        {
            db.Add(new Review
            {
                Id = id, AdId = ad, Rule = rule, TextFrom = new(2011, 4, 20), Outcome = outcome, Reason = "L’annonce nomme une candidate et invite à voter pour elle, avec un paiement.", Computed = "LikelyBreach",
                TextHash = db.Ads.Single(a => a.Id == ad).LastingHash, Quotation = "Ce qui a été jugé.",
                By = site.IdOf(Reviewer), ByName = "Hugo Lemaire, juriste", At = now, ShownFrom = now.AddDays(7), Replaces = replaces,
            });
            if (invited)
            {
                db.Add(new ReplyInvitation { Id = Guid.NewGuid(), ReviewId = id, SecretHash = ReplySecret.HashOf(id.ToString()), At = now, Until = now.AddDays(7), By = site.IdOf(Reviewer), SentHow = "par courriel" });
            }
        });
        return id;
    }

    /// <summary>Ads of every state, one with a decision that is shown.</summary>
    public static async Task Furnished(this SiteUnderTest site)
    {
        var ad = await site.Campaign();
        await site.Ad(Shop, "=SOMME(A1) ; \"Révision\", dès\nlundi", GroupState.Settled, "No:5;Yes:1", "Commercial:6");
        await site.Ad(Shop, "Des avis partagés", GroupState.Disputed, "No:4;Yes:4", "Commercial:4;Poll:4");
        await site.Ad(Party, "", GroupState.Open);
        await site.Appointed(Reviewer, "Hugo Lemaire, juriste");
        await site.Decided(ad, ReviewOutcome.Breach, at: SiteUnderTest.Start.AddDays(-20));
    }

    public static string Page(Guid ad) => $"/annonces/annonce/{ad}";

    public static string Desk(Guid ad) => $"/annonces/relecture/{ad}";

    public static async Task<string> Body(this Visitor visitor, string url) => await visitor.Http.GetStringAsync(new Uri(url, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>All that a stranger can read of an ad, pages and files.</summary>
    public static async Task<string> Everything(this SiteUnderTest site, Guid ad)
    {
        var stranger = site.Visit();
        var words = new List<string>();
        foreach (var url in new[] { Page(ad), $"/en/ads/ad/{ad}", "/annonces/toutes", "/annonces/resultats", "/annonces/donnees/ads.csv", "/annonces/donnees/ads.json", $"/api/ads/{ad}", "/api/ads" })
        {
            words.Add(await stranger.Body(url));
        }

        return string.Join('\n', words);
    }
}
