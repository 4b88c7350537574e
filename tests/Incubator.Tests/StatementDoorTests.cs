using System.Net;
using Beffroi.Incubator.Accounting;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>Accounts, forecasts, notices and committees, by the pages.</summary>
public sealed class StatementDoorTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task A_difference_with_Chorus_blocks_the_account_and_once_sent_it_changes_no_more(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "30000", "2026-09-10");
        await camille.Open(Today.Url + "/comptes");
        await camille.Follow("Compte de septembre 2026");

        await camille.Press("Envoyer le compte", ("ChorusEngaged", "29 999,99"), ("ChorusPaid", "0"), ("Progress", "Le service marche."));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("Chorus dit", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Envoyer le compte", ("ChorusEngaged", "30000"));

        var sent = site.ReadIncubator(db => db.Statements.Single());
        Assert.True(sent.IsIntact);
        Assert.Equal((30_000m, 70_000m, 0m, 2), (sent.Figures.Engaged, sent.Figures.AvailableAe, sent.Figures.Paid, sent.Figures.LedgerNumber));
        Assert.DoesNotContain(camille.Page.QuerySelectorAll("button"), b => b.TextContent.Contains("Envoyer", StringComparison.Ordinal));
        await camille.PlaceOrder("C-2", "10", "2026-09-30");
        Assert.Contains("30 septembre 2026", camille.Mistakes.Single(), StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => site.Write<IncubatorDb>(db => db.Entry(db.Statements.Single()).Property(s => s.Progress).CurrentValue = "Autre"));
    }

    [Fact]
    public async Task Accounts_are_sent_in_order_and_a_month_that_is_not_over_has_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open(Today.Url + "/comptes/2026-10");
        await camille.Press("Envoyer le compte", ("ChorusEngaged", "0"), ("ChorusPaid", "0"), ("Progress", "Rien."));
        Assert.Contains("septembre", camille.Mistakes.Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(Today.Url + "/comptes/2026-11")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(Today.Url + "/comptes/2026-13")).Status);
    }

    [Fact]
    public void A_convention_that_asks_only_the_last_account_owes_it_once_it_is_over()
    {
        var disinfo = Sample.Disinfo();

        Assert.Empty(StatementsDue.On(disinfo, [], new(2020, 12, 31)));
        Assert.Equal([(new DateOnly(2020, 12, 1), true, new DateOnly(2021, 1, 10))], StatementsDue.On(disinfo, [], new(2021, 1, 1)));
        Assert.Equal(8, StatementsDue.On(Sample.Eva(), [], new(2021, 2, 1)).Count);
    }

    [Fact]
    public async Task A_forecast_beyond_the_credits_is_told_to_the_delegator_once_and_acknowledged()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "60000");
        await camille.Open(Today.Url + "/previsions");
        await camille.Press("Prévoir", ("Month", "2026-12"), ("Prestation", "Design"), ("Ae", "45000"), ("Cp", "45000"));

        await Round(site);
        await Round(site);

        Assert.Equal((NoticeKind.Insufficient, 5000m), site.ReadIncubator(db => db.Notices.ToList()).Select(n => (n.Kind, n.Amount.Amount)).Single());
        var paul = await site.SignIn(Crew.RegionAdmin);
        await paul.Open(Today.Url + "/registre");
        await paul.Press("J’ai lu cet avis");
        Assert.Equal(site.IdOf(Crew.RegionAdmin), site.ReadIncubator(db => db.Notices.Single().AcknowledgedBy));
    }

    /// <summary>Without waiting for the night, and again when it comes back.</summary>
    [Fact]
    public async Task A_shortage_is_told_the_same_day_and_again_when_it_comes_back()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "60000");
        async Task Plan(string amount)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            await camille.Open(Today.Url + "/previsions");
            await camille.Press("Prévoir", ("Month", "2026-12"), ("Prestation", "Design"), ("Ae", amount), ("Cp", amount));
        }

        await Plan("45000");
        Assert.Equal(5000m, site.ReadIncubator(db => db.Notices.ToList()).Single().Amount.Amount);
        var letters = site.ReadAccounts(db => db.Outbox.Count(l => l.Kind == "incubateur-avis"));
        Assert.True(letters > 0);

        await Plan("0,00");
        await Round(site);
        Assert.NotNull(site.ReadIncubator(db => db.Notices.Single(n => n.Kind == NoticeKind.Insufficient).CeasedAt));
        await Plan("45000");
        Assert.Equal(2, site.ReadIncubator(db => db.Notices.Count(n => n.Kind == NoticeKind.Insufficient)));
        await Round(site);
        await Round(site);
        Assert.Equal(2, site.ReadIncubator(db => db.Notices.Count(n => n.Kind == NoticeKind.Insufficient)));
    }

    [Fact]
    public void What_will_be_left_over_is_told_near_the_end_only()
    {
        var outlook = new Outlook(Money.Of(370_000), Money.Of(360_000), Money.Of(8_999.99m));

        Assert.Null(outlook.ToTell(new(2020, 9, 30), new(2020, 11, 15)));
        Assert.Equal((NoticeKind.Residue, Money.Of(1000.01m)), outlook.ToTell(new(2020, 10, 1), new(2020, 11, 15)));
        Assert.Null((outlook with { Planned = Money.Of(9000) }).ToTell(new(2020, 10, 1), new(2020, 11, 15)));
        Assert.Equal((NoticeKind.Residue, Money.Of(1000.01m)), outlook.ToTell(new(2020, 11, 1), new(2020, 12, 31)));
    }

    [Fact]
    public async Task A_committee_ends_with_a_decision_and_to_stop_blocks_new_orders()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Today.Url + "/comites");
        await camille.Press("Convoquer", ("Kind", "Investment"), ("MeetingOn", "2026-11-23"));

        await camille.Press("Clore le comité", ("Attendees", "Équipe"), ("Minutes", "Vu."));
        Assert.Contains(camille.Mistakes, m => m.Contains("trois décisions", StringComparison.Ordinal));
        await camille.Press("Clore le comité", ("Attendees", "Équipe"), ("Minutes", "Vu."), ("Decision", "Stop"));
        Assert.Contains(camille.Mistakes, m => m.Contains("Ministère exemple", StringComparison.Ordinal));
        await camille.Press("Clore le comité", ("Attendees", "Équipe\nMinistère exemple"), ("Minutes", "Vu."), ("Decision", "Stop"));
        Assert.Equal(HttpStatusCode.OK, camille.Status);

        site.Clock.Advance(TimeSpan.FromDays(1));
        await (camille = await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "10", "2026-11-24");
        Assert.Contains(camille.Mistakes, m => m.Contains("arrêt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_file_of_a_committee_is_locked_seven_days_before_and_changes_no_more()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Today.Url + "/comites");
        await camille.Press("Convoquer", ("Kind", "FollowUp"), ("MeetingOn", "2026-12-01"));
        var committee = camille.Address;
        await Round(site);
        Assert.Null(site.ReadIncubator(db => db.Committees.Single().LockedAt));

        site.Clock.Advance(TimeSpan.FromDays(1));
        await Round(site);
        await (camille = await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "4321", "2026-11-24");
        await camille.Open(committee);

        Assert.Contains("Figé", camille.Text, StringComparison.Ordinal);
        Assert.Contains("Engagé : 0,00", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provisional_decision_calls_the_next_committee_within_two_months()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Today.Url + "/comites");
        await camille.Press("Convoquer", ("Kind", "Investment"), ("MeetingOn", "2026-11-23"));
        (string, string?)[] said = [("Attendees", "Ministère exemple"), ("Minutes", "Vu."), ("Decision", "Provisional"), ("EvidenceAsked", "Cent usagers par mois")];

        await camille.Press("Clore le comité", [.. said, ("ProvisionalMonths", "3")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Press("Clore le comité", [.. said, ("ProvisionalMonths", "2")]);

        Assert.Equal([new DateOnly(2026, 11, 23), new DateOnly(2027, 1, 23)], site.ReadIncubator(db => db.Committees.Select(c => c.MeetingOn).Order().ToList()));
    }

    static async Task Round(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<DailyRound>().Run(TestContext.Current.CancellationToken);
    }
}
