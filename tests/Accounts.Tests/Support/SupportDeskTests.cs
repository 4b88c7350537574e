using System.Net;
using Beffroi.Accounts.Support;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Accounts.Tests.Support;

public sealed class SupportDeskTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_team_takes_answers_notes_and_closes_and_the_history_says_who_and_when(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var request = SupportFurnishing.Request(SiteUnderTest.Start);
        await site.Write<AccountsDb>(db => db.Add(request));
        var team = await site.SignIn(Crew.Superadmin);
        await team.Open("/admin/demandes");
        await team.Follow("Le son ne part pas");

        site.Clock.Advance(TimeSpan.FromHours(1));
        await team.Press("Je m’en occupe");
        site.Clock.Advance(TimeSpan.FromHours(2));
        await team.Press("Envoyer la réponse", ("Answer", "Montez le son.\r\n\r\nVoir {site}/aide et {lien}."));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await team.Press("Noter", ("Note", "Vu sur une tablette."));
        site.Clock.Advance(TimeSpan.FromHours(3));
        await team.Press("Clore");

        var kept = site.ReadAccounts(db => db.Requests.Include(r => r.Steps).Single());
        Assert.Equal((RequestState.Closed, site.IdOf(Crew.Superadmin)), (kept.State, kept.TakenBy!.Value));
        Assert.Equal((SiteUnderTest.Start.AddHours(3), SiteUnderTest.Start.AddHours(6).AddMinutes(1)), (kept.FirstAnsweredAt!.Value, kept.ClosedAt!.Value));
        Assert.Equal([RequestAct.Take, RequestAct.Answer, RequestAct.Note, RequestAct.Close], kept.Steps.OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => s.Act));
        Assert.Contains(Crew.Superadmin, team.Text, StringComparison.Ordinal);

        var letter = site.ReadAccounts(db => db.Outbox.Single());
        Assert.Equal(("reponse", "lina@mission.beffroi.example"), (letter.Kind, letter.To));
        Assert.Contains(request.Reference, letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Voir (site)/aide et (lien).", letter.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Vu sur une tablette", letter.Body, StringComparison.Ordinal);
        await team.Open($"/admin/courrier/{letter.Id}");
        Assert.Equal(HttpStatusCode.OK, team.Status);

        await team.Open($"/admin/demandes/{request.Id}");
        await team.Press("Rouvrir");
        kept = site.ReadAccounts(db => db.Requests.Single());
        Assert.Equal((RequestState.Answered, null), (kept.State, kept.ClosedAt));
    }

    [Fact]
    public async Task Nobody_is_answered_without_an_address_nor_with_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (silent, other) = (SupportFurnishing.Request(SiteUnderTest.Start, email: null), SupportFurnishing.Request(SiteUnderTest.Start));
        await site.Write<AccountsDb>(db => db.AddRange(silent, other));
        var team = await (await site.SignIn(Crew.Superadmin)).Open($"/admin/demandes/{silent.Id}");
        Assert.DoesNotContain("Envoyer la réponse", team.Text, StringComparison.Ordinal);
        await team.Post($"/admin/demandes/{silent.Id}/repondre", ("Answer", "Bonjour"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        Assert.Contains("pas laissé d’adresse", team.Text, StringComparison.Ordinal);

        await team.Open($"/admin/demandes/{other.Id}");
        await team.Press("Envoyer la réponse", ("Answer", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        Assert.False(site.ReadAccounts(db => db.Outbox.Any() || db.RequestSteps.Any()));
    }

    [Fact]
    public async Task An_act_that_means_nothing_any_more_changes_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var request = SupportFurnishing.Request(SiteUnderTest.Start);
        request.Do(RequestAct.PutAside, site.IdOf(Crew.Superadmin), SiteUnderTest.Start);
        await site.Write<AccountsDb>(db => db.Add(request));
        var team = await (await site.SignIn(Crew.Superadmin)).Open($"/admin/demandes/{request.Id}");
        foreach (var word in new[] { "prendre", "repondre", "classer", "clore", "ecarter" })
        {
            await team.Post($"/admin/demandes/{request.Id}/{word}", ("Answer", "x"), ("Kind", "Bug"), ("Part", "eva"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
        }

        Assert.Equal(RequestState.Unwanted, site.ReadAccounts(db => db.Requests.Single().State));
        Assert.False(site.ReadAccounts(db => db.Outbox.Any()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_people_do_not_act_at_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var request = SupportFurnishing.Request(SiteUnderTest.Start);
        await site.Write<AccountsDb>(db => db.Add(request));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        var db = scope.ServiceProvider.GetRequiredService<AccountsDb>();
        var read = await db.Requests.SingleAsync(TestContext.Current.CancellationToken);
        var team = await (await site.SignIn(Crew.Superadmin)).Open($"/admin/demandes/{request.Id}");
        await team.Press("Je m’en occupe");

        read.Do(RequestAct.Close, site.IdOf(Crew.Superadmin), SiteUnderTest.Start);
        db.Add(read.Steps[^1]);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
        Assert.Equal(RequestState.Taken, site.ReadAccounts(d => d.Requests.Single().State));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_overdue_comes_first_then_what_is_due_then_what_has_waited_longest(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var now = SiteUnderTest.Start;
        var (late, soon, rights, old, recent, answered) = (
            SupportFurnishing.Request(now.AddDays(-8), RequestKind.Accessibility), SupportFurnishing.Request(now.AddDays(-2), RequestKind.Accessibility), SupportFurnishing.Request(now.AddDays(-20), RequestKind.PersonalData),
            SupportFurnishing.Request(now.AddDays(-90)), SupportFurnishing.Request(now.AddDays(-1)), SupportFurnishing.Request(now.AddDays(-30), RequestKind.Accessibility));
        answered.Do(RequestAct.Answer, site.IdOf(Crew.Superadmin), now.AddDays(-29), "Oui");
        await site.Write<AccountsDb>(db => db.AddRange(recent, old, rights, soon, answered, late));
        var team = await (await site.SignIn(Crew.Superadmin)).Open("/admin/demandes");

        // Due on 22, 28 November and 3 December; the answered one waits for nothing.
        Assert.Equal(new[] { late, soon, rights, old, answered, recent }.Select(r => r.Reference), team.Page.QuerySelectorAll("tbody tr code").Select(c => c.TextContent));
        Assert.Contains("1 demande attend une réponse après l’échéance", team.Text, StringComparison.Ordinal);
        Assert.Equal(1, team.Page.QuerySelectorAll("tbody .fr-badge").Length);

        await team.Press("Filtrer", ("nature", "Accessibility"), ("etat", "New"), ("service", "eva"));
        Assert.Equal(2, team.Page.QuerySelectorAll("tbody tr").Length);
        await team.Open("/admin/demandes?etat=n’importe&service=quoi&nature=7&page=99");
        Assert.Equal(6, team.Page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Sorting_changes_the_day_that_an_answer_is_due()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var request = SupportFurnishing.Request(new(2027, 1, 31, 9, 0, 0, TimeSpan.Zero));
        await site.Write<AccountsDb>(db => db.Add(request));
        var team = await (await site.SignIn(Crew.Superadmin)).Open($"/admin/demandes/{request.Id}");
        Assert.Contains("pas d’échéance", team.Text, StringComparison.Ordinal);
        await team.Press("Classer", ("Kind", "PersonalData"), ("Part", "annonces"));
        var kept = site.ReadAccounts(db => db.Requests.Single());
        // One month from 31 January is the last day of February.
        Assert.Equal((new DateTimeOffset(2027, 2, 28, 9, 0, 0, TimeSpan.Zero), SitePart.Ads), (kept.DueAt!.Value, kept.Part));
        await team.Post($"/admin/demandes/{request.Id}/classer", ("Kind", "Rien"), ("Part", "annonces"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, team.Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Requests_go_a_year_after_they_were_closed_and_are_told_before(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (by, now) = (site.IdOf(Crew.Superadmin), SiteUnderTest.Start);
        var (gone, kept, open) = (SupportFurnishing.Request(now.AddMonths(-14)), SupportFurnishing.Request(now.AddMonths(-14)), SupportFurnishing.Request(now.AddMonths(-20)));
        gone.Do(RequestAct.Close, by, now.AddMonths(-12).AddSeconds(-1));
        kept.Do(RequestAct.Close, by, now.AddMonths(-12));
        await site.Write<AccountsDb>(db => db.AddRange(gone, kept, open));

        Assert.Equal(1, await Run(site, isDry: true));
        Assert.Equal(3, site.ReadAccounts(db => db.Requests.Count()));
        Assert.Equal(1, await Run(site, isDry: false));
        Assert.Equal(new[] { kept.Id, open.Id }.Order(), site.ReadAccounts(db => db.Requests.Select(r => r.Id).ToList()).Order());
        Assert.Equal(1, site.ReadAccounts(db => db.RequestSteps.Count()));
        Assert.Equal("SupportRequest×1", site.ReadAccounts(db => db.Audit.Single(a => a.Act == "demande.effacer").Subject));
        Assert.Equal(0, await Run(site, isDry: false));
    }

    static async Task<int> Run(SiteUnderTest site, bool isDry)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<SupportRound>().Run(isDry, TestContext.Current.CancellationToken);
    }
}
