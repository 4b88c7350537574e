using System.Net;
using Beffroi.Incubator.Accounting;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>F11: what the team asks is in the file, until the file is locked; and the years of the budget are told one by one.</summary>
public sealed class AskDoorTests
{
    static readonly (string, string?)[] Whole = [("Team", "Deux développeuses"), ("EnvelopeAe", "60 000"), ("EnvelopeCp", "50000,50"), ("Hypotheses", "Les conseillers reviennent"), ("Criteria", "Cent conseillers par mois")];

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F11_The_team_asks_and_asks_again_until_the_file_is_locked(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Today.Url + "/comites");
        await camille.Press("Convoquer", ("Kind", "Investment"), ("MeetingOn", "2026-12-10"));
        Assert.Contains("L’équipe n’a pas encore écrit sa demande", camille.Text, StringComparison.Ordinal);

        await camille.Follow("Écrire la demande");
        await camille.Press("Enregistrer la demande", [.. Whole.Where(f => f.Item1 != "Criteria")]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, camille.Mistakes.Count));
        await camille.Press("Enregistrer la demande", ("Criteria", "Cent conseillers par mois"));
        Assert.Contains("Cent conseillers par mois", camille.Text, StringComparison.Ordinal);

        // The intrapreneur, later.
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Open(camille.Address);
        await nadia.Follow("Changer la demande");
        Assert.Equal("60000.00", nadia.Page.QuerySelector("input[name=EnvelopeAe]")!.GetAttribute("value"));
        await nadia.Press("Enregistrer la demande", ("EnvelopeAe", "55000"));
        Assert.Contains(Visitor.Flat($"Enveloppe de six mois : {Money.Of(55_000)} en AE, {Money.Of(50_000.50m)} en CP"), nadia.Text, StringComparison.Ordinal);

        await nadia.Follow("Changer la demande");
        site.Clock.SetUtcNow(new(2026, 12, 3, 2, 0, 0, TimeSpan.Zero));
        await using (var scope = site.Scope())
        {
            await scope.ServiceProvider.GetRequiredService<DailyRound>().Run(TestContext.Current.CancellationToken);
        }

        nadia = await site.SignIn(Crew.Admin);
        var committee = site.ReadIncubator(db => db.Committees.Single().Id);
        await nadia.Open(Addresses.Ask(committee));
        await nadia.Press("Enregistrer la demande", ("EnvelopeAe", "99000"));
        Assert.Contains("figé", nadia.Mistakes.Single(), StringComparison.Ordinal);
        await nadia.Open(Addresses.Committee(committee));
        Assert.Contains(Visitor.Flat(Money.Of(55_000).ToString()), nadia.Text, StringComparison.Ordinal);
        Assert.Equal(2, site.ReadIncubator(db => db.Asks.Count()));
    }

    [Fact]
    public async Task Who_pays_does_not_write_what_the_team_asks_nor_does_a_follow_up_committee_get_a_request()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        foreach (var kind in new[] { "Investment", "FollowUp" })
        {
            await camille.Open(Today.Url + "/comites");
            await camille.Press("Convoquer", ("Kind", kind), ("MeetingOn", "2026-12-10"));
        }

        var (investment, followUp) = (site.ReadIncubator(db => db.Committees.Single(c => c.Kind == Steering.CommitteeKind.Investment).Id), site.ReadIncubator(db => db.Committees.Single(c => c.Kind == Steering.CommitteeKind.FollowUp).Id));
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(Addresses.Ask(followUp))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Crew.RegionAdmin)).Open(Addresses.Ask(investment))).Status);
    }

    [Fact]
    public async Task The_file_and_the_account_show_each_year_and_their_sums_are_the_whole()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "30000", "2026-09-10");
        await camille.Open(Today.Url + "/comptes/2026-09");
        Assert.Equal(["2026", Visitor.Flat(Money.Of(100_000).ToString()), Visitor.Flat(Money.Of(30_000).ToString()), Visitor.Flat(Money.Of(70_000).ToString())], Row(camille));
        await camille.Open(Today.Url + "/comites");
        await camille.Press("Convoquer", ("Kind", "FollowUp"), ("MeetingOn", "2026-12-10"));
        Assert.Equal(["2026", Visitor.Flat(Money.Of(100_000).ToString()), Visitor.Flat(Money.Of(30_000).ToString()), Visitor.Flat(Money.Of(70_000).ToString())], Row(camille));

        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);
        ledger.Allocate(Money.Of(30_000), Money.Of(20_000), 2021, new(2020, 6, 3), "Avenant 1", "1", Sample.By(Sample.Orderer));
        Assert.Equal([new YearLine(2020, 370_000, 0, 370_000, 0), new YearLine(2021, 30_000, 0, 20_000, 0)], YearLine.Of(ledger.Entries));
    }

    static List<string> Row(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent == "Par année budgétaire").QuerySelectorAll("tbody tr th, tbody tr td").Take(4).Select(c => Visitor.Flat(c.TextContent.Trim()))];
}
