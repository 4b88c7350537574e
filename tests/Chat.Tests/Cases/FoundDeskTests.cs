using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.Cases;

/// <summary>What other modules find comes into the chat: a sheet as a case, an alert as a message.</summary>
public sealed class FoundDeskTests
{
    static readonly string[] Observed = ["https://exemple-recit.example/article?utm_source=x", "#PortFermé", "https://bsky.app/profile/port-info.example", "site.quebec", "rien à voir ici"];

    static readonly CaseSheet Sheet = new()
    {
        Id = Guid.Parse("0197a111-0000-7000-8000-000000000001"),
        Title = "Récit #PortFermé",
        Summary = "120 publications de 34 comptes.",
        Href = "/robots/recits?q=%23PortFerm%C3%A9",
        Observables = Observed,
        Criteria =
        [
            new(CampaignCriterion.Massive, "120 publications en deux jours.", EvidenceLeaning.For),
            new(CampaignCriterion.Amplified, "Entre 12 % et 40 % des publications."),
            new(CampaignCriterion.Foreign, "Langues : français 90 %.", EvidenceLeaning.Against),
            new(CampaignCriterion.IntentToHarm, " "),
        ],
        Language = Lang.French,
    };

    [Theory, ClassData(typeof(Engines))]
    public async Task A_sheet_opens_one_case_whose_criteria_stay_unknown(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);

        var opened = await site.Opens(ChatWorld.Hugo, Sheet);
        var again = await site.Opens(ChatWorld.Paul, Sheet with { Title = "Un autre titre" });

        Assert.NotNull(opened);
        Assert.Equal(opened, again);
        var row = site.ReadChat(db => db.Cases.Single());
        Assert.Equal((opened.Id, ChatWorld.Observatory.Id), (row.Id, row.OpenedByOrganisation));
        var state = (await site.Case(opened.Id, ChatWorld.Hugo))!.State;
        Assert.Equal("Récit #PortFermé", state.Title);
        Assert.Equal(Tlp.AmberStrict, state.Marking!.Tlp);
        Assert.Empty(state.Assessments);
        Assert.False(CriteriaSheet.Of(state, Convention.Five).IsQualified);
        Assert.Equal("120 publications de 34 comptes.", state.Sections[Section.Content].Fact.Text);
        Assert.Equal(
            [(Convention.Massive, Stance.For), (Convention.Artificial, Stance.Question), (Convention.Foreign, Stance.Against)],
            state.Arguments.Select(a => (a.Fact.Criterion!, a.Fact.Stance)));
        Assert.Equal(Sheet.Href, Assert.Single(state.Links).Fact.Href);
        var noted = state.Observables.Select(o => o.Fact.Observable).ToList();
        Assert.Contains(new() { Kind = ObservableKind.Url, Value = "https://exemple-recit.example/article" }, noted);
        Assert.Contains(Observable.Read(ObservableKind.Hashtag, "#PortFermé")!, noted);
        Assert.Contains(Observable.Read(ObservableKind.Account, "port-info.example", "bluesky")!, noted);
        Assert.Contains(new() { Kind = ObservableKind.Domain, Value = "site.quebec" }, noted);
        Assert.Equal(5, noted.Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Another_organisation_that_sends_the_same_sheet_opens_its_own_and_reads_no_other(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);

        var theirs = await site.Opens(ChatWorld.Hugo, Sheet);
        var own = await site.Opens(ChatWorld.Nadia, Sheet);

        Assert.NotEqual(theirs!.Id, own!.Id);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open(theirs.French)).Status);
        Assert.Equal(HttpStatusCode.OK, (await nadia.Open(own.French)).Status);
        Assert.Contains("Entre 12 % et 40 % des publications", (await nadia.Open(own.French + "/arguments")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_of_no_organisation_opens_none()
    {
        await using var site = await SiteUnderTest.WithWorld();

        Assert.Null(await site.Opens(ChatWorld.Rose, Sheet));
        Assert.Equal(0, site.ReadChat(db => db.Cases.Count()));
    }

    [Fact]
    public async Task Twenty_of_an_organisation_who_send_one_sheet_at_once_open_one_case()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var opened = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => site.Opens(i % 2 == 0 ? ChatWorld.Hugo : ChatWorld.Paul, Sheet))));

        Assert.Single(opened.Select(o => o!.Id).Distinct());
        Assert.Equal(1, site.ReadChat(db => db.Cases.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_alert_is_said_once_in_the_room_of_the_organisation_and_nowhere_else(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var alert = new FoundAlert(Guid.NewGuid(), "**Hausse** : [voir](/robots/alertes)") { Figures = [new("Publications", "120")] };
        var other = new FoundAlert(Guid.NewGuid(), "Un nouveau groupe");

        var told = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => site.Tells(ChatWorld.Observatory.Id, alert))));
        Assert.True(await site.Tells(ChatWorld.Observatory.Id, other));

        Assert.All(told, Assert.True);
        var room = site.ReadChat(db => db.Rooms.Single(r => r.Id == DetectorRoom.IdOf(ChatWorld.Observatory.Id)));
        Assert.Equal(("Détecteur", RoomKind.Private), (room.Name, room.Kind));
        Assert.Equal(["**Hausse** : [voir](/robots/alertes)", "Un nouveau groupe"], site.ReadChat(db => db.Messages.Where(m => m.RoomId == room.Id).OrderBy(m => m.Place).Select(m => m.Text).ToList()));
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open(Addresses.Room(Lang.French, room.Id));
        Assert.Contains("Publications 120", hugo.Text, StringComparison.Ordinal);
        Assert.NotNull(hugo.Page.QuerySelector("a[href='/robots/alertes']"));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(ChatWorld.Nadia)).Open(Addresses.Room(Lang.French, room.Id))).Status);
    }

    [Fact]
    public async Task A_closed_organisation_is_told_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == ChatWorld.Laboratory.Id).ClosedAt = SiteUnderTest.Start);

        Assert.False(await site.Tells(ChatWorld.Laboratory.Id, new(Guid.NewGuid(), "Une hausse")));
        Assert.False(await site.Tells(Guid.NewGuid(), new(Guid.NewGuid(), "Une hausse")));
        Assert.Equal(0, site.ReadChat(db => db.Rooms.Count(r => r.Id == DetectorRoom.IdOf(ChatWorld.Laboratory.Id))));
    }

    [Fact]
    public async Task What_a_sheet_may_not_hold_is_refused_whole()
    {
        await using var site = await SiteUnderTest.WithWorld();

        await Assert.ThrowsAsync<ArgumentException>(() => site.Opens(ChatWorld.Hugo, Sheet with { Title = new('a', CaseSheet.TitleMaxLength + 1) }));
        Assert.Equal(0, site.ReadChat(db => db.Cases.Count()));
    }
}

static class AtTheFoundDesk
{
    public static async Task<CaseName?> Opens(this SiteUnderTest site, string name, CaseSheet sheet)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "robots.dossier";
        var user = new CurrentUser { Id = site.IdOf(name), Name = name, Role = Role.Conseiller, StructureId = null, Structures = [], Accepted = true };
        return await scope.ServiceProvider.GetRequiredService<ICaseDesk>().Open(user, sheet, TestContext.Current.CancellationToken);
    }

    public static async Task<bool> Tells(this SiteUnderTest site, Guid organisation, FoundAlert alert)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<ICaseDesk>().Tell(organisation, alert, TestContext.Current.CancellationToken);
    }

    public static async Task<CaseView?> Case(this SiteUnderTest site, Guid id, string reader)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<CaseShelf>().View(id, site.ReaderOf(reader), TestContext.Current.CancellationToken);
    }
}
