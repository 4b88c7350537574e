using System.Net;
using Beffroi.Ads.Law;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads.Tests.Reviewing;

/// <summary>What people cannot say of an ad, a reviewer looks up: the rules are read again with it.</summary>
public sealed class EstablishingTests
{
    const string Where = "Lu dans le registre de la plateforme, le 24 novembre 2026.";

    static readonly LawBook Book = LawBook.Load();

    /// <summary>R3 is not here: the law sets no delay, so that nobody but a person concludes.</summary>
    public static readonly TheoryData<string, string> Reachable = new()
    {
        { "R1", "Election=fr-municipal-2026 FirstShown=2026-01-10 LastShown=2026-01-20 Names=yes Promotes=yes Donation=None" },
        { "R2", "Election=fr-municipal-2026 FirstShown=2026-03-14 LastShown=2026-03-14 Territories=METRO Names=yes Promotes=yes" },
        { "R4-mentions", "FirstShown=2026-01-10 LastShown=2026-01-20 PollQuoted=yes PollFirstPublication=no PollMentions=Institute" },
        { "R4-silence", "Election=fr-presidential-2022 FirstShown=2022-04-09 LastShown=2022-04-09 Territories=METRO PollQuoted=yes PollFirstPublication=no" },
        { "R5", "Election=fr-municipal-2026 FirstShown=2026-01-10 LastShown=2026-01-20 Names=yes Promotes=yes PayerKind=Organisation" },
        { "R5-party", "FirstShown=2026-01-10 LastShown=2026-01-20 Names=yes Promotes=yes ForParty=yes PayerKind=Organisation" },
        { "R6", "Election=fr-municipal-2026 FirstShown=2026-01-10 LastShown=2026-01-20 Political=yes SponsorKind=Organisation SponsorCountry=US" },
        { "R7-label", "FirstShown=2026-01-10 LastShown=2026-01-20 Political=yes Label=no" },
        { "R7-notice", "FirstShown=2026-01-10 LastShown=2026-01-20 Political=yes Notice=no" },
        { "R8", "Election=fr-european-2024 FirstShown=2024-05-10 LastShown=2024-05-20 Political=yes VeryLargePlatform=yes PayerNamed=no" },
        { "R9", "FirstShown=2026-01-10 LastShown=2026-01-20 Political=yes Medium=Broadcast" },
    };

    [Theory, MemberData(nameof(Reachable))]
    public void Each_rule_finds_its_sign_once_a_reviewer_has_established_what_it_asks(string rule, string facts)
    {
        var ad = new Ad
        {
            Id = Guid.NewGuid(), Source = AdSource.MetaLibrary, SourceId = "1", Country = "FR", SponsorId = Guid.Empty, PageName = Given.Party, Text = "Choisissons le cap.", ContentHash = "", GroupId = Guid.Empty,
            ImportId = Guid.Empty, ImportedAt = SiteUnderTest.Start,
        };
        var before = FactsOf.Ad(ad, null, [], AdDetails.None);
        Assert.NotEqual(RuleStatus.LikelyBreach, Book.Judge(before, SiteUnderTest.Start)[rule].Status);

        var established = facts.Split(' ').Select(f => f.Split('=')).Select(f => (Key: Enum.Parse<FactKey>(f[0]), Value: f[1])).ToList();
        foreach (var (key, value) in established)
        {
            // As the page takes it.
            Assert.Equal(value, FactAnswers.Read(key, [value], FactAnswers.Options(key, Book, "FR", new(key == FactKey.Election ? int.Parse(value[^4..], System.Globalization.CultureInfo.InvariantCulture) : 2026, 1, 15), Kit.Lang.French)));
        }

        var finding = Book.Judge(established.Aggregate(before, (known, f) => known.With(f.Key, f.Value)), SiteUnderTest.Start)[rule];
        Assert.True(finding.Status == RuleStatus.LikelyBreach, $"{finding.Status}: {string.Join(" / ", finding.Reasons.Select(r => r.In("fr")))} ? {string.Join(' ', finding.Missing.Select(m => m.Key))}");
    }

    [Fact]
    public void Every_rule_but_that_of_the_time_to_answer_is_in_the_table() =>
        Assert.Equal(Book.RulesOf("FR").Select(r => r.Rule.Id).Where(r => r != "R3").Order(StringComparer.Ordinal), Reachable.Select(r => r.Data.Item1).Order(StringComparer.Ordinal));

    [Theory, ClassData(typeof(Engines))]
    public async Task A_political_ad_without_its_election_waits_for_a_reviewer_who_establishes_it_and_takes_it_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        // Nobody filled in the third form.
        var ad = await site.Ad(Given.Party, "Avec Camille Delorme, choisissons le cap : un port ouvert, des écoles neuves, des rues calmes. Votez dimanche.", GroupState.Settled, "Yes:6", "PartyOrCandidate:6");
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open("/annonces/relecture");
        Assert.Contains("faits manquent", hugo.Page.QuerySelector($"main li:has(a[href='{Given.Desk(ad)}'])")!.TextContent, StringComparison.Ordinal);

        await hugo.Open(Given.Desk(ad));
        Assert.NotNull(hugo.Page.QuerySelector("#fait-Election"));
        await Establish(hugo, ad, "Election", "fr-presidential-2027");
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Contains("signe d’un manquement", hugo.Page.QuerySelector("#regle-R1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Where, hugo.Text, StringComparison.Ordinal);

        await hugo.Open("/annonces/relecture");
        Assert.DoesNotContain("faits manquent", hugo.Page.QuerySelector($"main li:has(a[href='{Given.Desk(ad)}'])")!.TextContent, StringComparison.Ordinal);

        // Nothing of it is public.
        Assert.DoesNotContain(Where, await site.Everything(ad), StringComparison.Ordinal);

        await hugo.Open(Given.Desk(ad));
        await Establish(hugo, ad, "Election", "", ("TakenBack", "true"));
        Assert.DoesNotContain("signe d’un manquement", hugo.Page.QuerySelector("#regle-R1")!.TextContent, StringComparison.Ordinal);
        var kept = site.ReadAds(db => db.Established.AsNoTracking().OrderBy(f => f.At).ThenBy(f => f.Replaces == null ? 0 : 1).ToList());
        Assert.Equal(["fr-presidential-2027", null], kept.Select(f => f.Value));
        Assert.Equal(kept[0].Id, kept[1].Replaces);
    }

    [Fact]
    public async Task What_is_wrong_is_told_beside_its_field_and_nothing_is_lost_nor_written()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        foreach (var (key, value) in new[] { ("PayerKind", "Roi"), ("SponsorCountry", "Z9"), ("FirstShown", "31/02/2026"), ("PlatformVisitors", "beaucoup"), ("PollMentions", ""), ("Label", ""), ("Territories", "LUNE") })
        {
            await hugo.Open(Given.Desk(ad));
            await Establish(hugo, ad, key, value);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
            Assert.Contains(key == "SponsorCountry" ? "Deux lettres" : "Donnez une réponse", hugo.Text, StringComparison.Ordinal);
            Assert.Equal(Where, hugo.Page.QuerySelector($"#fait-{key} textarea")!.TextContent);
        }

        await hugo.Open(Given.Desk(ad));
        await hugo.Post(Given.Desk(ad) + "/fait", [.. Sent(hugo, "Label"), ("Value-Label", "no"), ("Because-Label", "vu")]);
        Assert.Contains("Dites où vous l’avez lu", hugo.Text, StringComparison.Ordinal);
        await hugo.Post(Given.Desk(ad) + "/fait", ("Key", "Review"), ("Value-Review", "yes"), ("Because-Review", Where));
        Assert.Equal(HttpStatusCode.BadRequest, hugo.Status);
        Assert.Empty(site.ReadAds(db => db.Established.ToList()));
    }

    [Fact]
    public async Task Two_who_answer_the_same_question_do_not_overwrite_each_other_and_an_ad_that_changes_loses_its_facts()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Campaign();
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        var seen = Sent(hugo, "Label");
        await Establish(hugo, ad, "Label", "no");
        await hugo.Post(Given.Desk(ad) + "/fait", [.. seen, ("Value-Label", "yes"), ("Because-Label", Where)]);
        Assert.Equal(HttpStatusCode.Conflict, hugo.Status);
        Assert.Equal("no", site.ReadAds(db => db.Established.Single().Value));

        await hugo.Open(Given.Desk(ad));
        Assert.Contains("signe d’un manquement", hugo.Page.QuerySelector("#regle-R7-label")!.TextContent, StringComparison.Ordinal);
        await site.Write<AdsDb>(db => db.Ads.Single().LastingHash = new string('e', 64));
        await hugo.Open(Given.Desk(ad));
        Assert.DoesNotContain("signe d’un manquement", hugo.Page.QuerySelector("#regle-R7-label")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("à établir de nouveau", hugo.Text, StringComparison.Ordinal);
    }

    /// <summary>Ads of old imports hid all those that came after.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Every_political_ad_comes_up_page_after_page_the_newest_first(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ads = new List<Guid>();
        for (var n = 0; n < 50; n++)
        {
            ads.Add(await site.Ad(Given.Party, $"Avec Camille Delorme, choisissons le cap numéro {n} : un port ouvert, des écoles neuves, des rues calmes. Votez dimanche.", GroupState.Settled, "Yes:6", "PartyOrCandidate:6",
                n % 3 == 0 ? "fr-presidential-2027" : null, at: SiteUnderTest.Start.AddMinutes(n / 2)));
        }

        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        var (met, pages) = (new List<string>(), 0);
        await hugo.Open("/annonces/relecture");
        for (var more = true; more; pages++)
        {
            met.AddRange(hugo.Page.QuerySelectorAll("main ul li.fr-mb-2w a").Select(a => a.GetAttribute("href")!));
            more = hugo.Page.QuerySelector("main a[href*='?from=']") is { } next;
            if (more)
            {
                await hugo.Open(hugo.Page.QuerySelector("main a[href*='?from=']")!.GetAttribute("href")!);
            }
        }

        Assert.True(pages > 1);
        Assert.Equal(ads.Select(Given.Desk).Order(StringComparer.Ordinal), met.Order(StringComparer.Ordinal));
        await hugo.Open("/annonces/relecture?from=nimportequoi");
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Contains(hugo.Page.QuerySelectorAll("main ul li.fr-mb-2w a").Select(a => a.GetAttribute("href")), href => href == Given.Desk(ads[^1]) || href == Given.Desk(ads[^2]));
    }

    /// <summary>Who answered reads that somebody looked at it, under a name that was agreed to; of the rules and of where it was read, nothing.</summary>
    [Theory, ClassData(typeof(Engines))]
    public async Task Where_people_differ_everybody_reads_what_a_named_reviewer_answered_and_not_during_the_vote(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var ad = await site.Ad(Given.Party, "Un port ouvert, des écoles neuves.", GroupState.Disputed, "Yes:8;No:7");
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        await Establish(hugo, ad, "Political", "yes");
        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.DoesNotContain("elle est politique", await site.Everything(ad), StringComparison.Ordinal);

        await site.Write<AdsDb>(db => { foreach (var juror in db.Jurors) { (juror.PublicName, juror.ConsentedAt) = ("Hugo Lemaire, juriste", SiteUnderTest.Start); } });
        var visitor = site.Visit();
        await visitor.Open($"/annonces/annonce/{ad}");
        Assert.Matches("Hugo Lemaire, juriste l’a lue le [^:]*: elle est politique", visitor.Text);
        await visitor.Open($"/en/ads/ad/{ad}");
        Assert.Matches("Hugo Lemaire, juriste read it on [^:]*: it is political", visitor.Text);
        Assert.DoesNotContain(Where, await site.Everything(ad), StringComparison.Ordinal);
        Assert.Contains(",Disputed,", await visitor.Body("/annonces/donnees/ads.csv"), StringComparison.Ordinal);
        using var line = System.Text.Json.JsonDocument.Parse(await visitor.Body($"/api/ads/{ad}"));
        Assert.Equal(("Yes", "Hugo Lemaire, juriste"), (line.RootElement.GetProperty("expert").GetProperty("political").GetString(), line.RootElement.GetProperty("expert").GetProperty("answeredBy").GetString()));

        site.Clock.SetUtcNow(new(2027, 4, 11, 10, 0, 0, TimeSpan.Zero));
        Assert.DoesNotContain("Hugo Lemaire", await site.Everything(ad), StringComparison.Ordinal);
    }

    static (string, string)[] Sent(Beffroi.Testing.Visitor visitor, string key) =>
        [.. visitor.Page.QuerySelectorAll($"#fait-{key} input[type=hidden]").Where(i => i.GetAttribute("name") is "Key" or "Of" or "Seen").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""))];

    static Task Establish(Beffroi.Testing.Visitor visitor, Guid ad, string key, string value, params (string, string)[] more) =>
        visitor.Post(Given.Desk(ad) + "/fait", [.. Sent(visitor, key), ($"Value-{key}", value), ($"Because-{key}", Where), .. more]);
}
