using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Chat.Tests.OnTheShelf;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>The same thing in two cases (C16): those who may read both are proposed to join them; of the others, only the first owner is told.</summary>
public sealed class MeetingTests
{
    const string Page = "https://www.leurre.example/article?utm_source=partage#haut";

    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_page_met_twice_proposes_to_join_and_joined_cases_say_so_in_both(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (first, second) = (await site.CaseOf(title: "Premier"), await site.CaseOf(title: "Second", by: ChatWorld.Camille));
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await (await hugo.At(CaseStory.Of(first, "/observables"))).Press("Noter", ("Text", "vu ici : " + Page));
        await (await camille.At(CaseStory.Of(second, "/observables"))).Press("Noter", ("Text", "hxxps://leurre[.]example/article"));

        var proposals = camille.Page.QuerySelector(".case-proposals")!;
        Assert.Contains("Premier", proposals.TextContent, StringComparison.Ordinal);
        await camille.Follow("C’est la même opération\u00A0: joindre les deux dossiers (Premier)");
        await camille.Press("Joindre", ("GoesOn", "there"), ("Why", "Même page, même heure"));

        Assert.Equal(CaseStory.Of(first), camille.Address);
        Assert.Contains("Dossiers joints", camille.Text, StringComparison.Ordinal);
        await camille.At(CaseStory.Of(second));
        Assert.Contains("joint à un autre dossier", camille.Text, StringComparison.Ordinal);
        Assert.Null((await camille.At(CaseStory.Of(first, "/observables"))).Page.QuerySelector(".case-proposals"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_a_case_that_one_may_not_read_nothing_shows_and_its_owner_alone_is_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hidden = await site.CaseOf(new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(ChatWorld.Ministry.Id) }, ChatWorld.Nadia, "Dossier du ministère");
        await site.Write(hidden, site.SeatOf(ChatWorld.Nadia), site.SeatOf(ChatWorld.Nadia).Draft(new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, Page)! }));
        var open = await site.CaseOf(CaseStory.Two with { Audience = Audience.Of(ChatWorld.Observatory.Id) });
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await (await hugo.At(CaseStory.Of(open, "/observables"))).Press("Noter", ("Text", Page));

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Null(hugo.Page.QuerySelector(".case-proposals"));
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(CaseStory.Of(open, $"/observables/joindre/{hidden}"))).Status);
        var told = site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.JoinProposed).ToList());
        Assert.Equal(new[] { site.IdOf(ChatWorld.Camille), site.IdOf(ChatWorld.Nadia) }.Order(), told.Select(n => n.AccountId).Order());
        Assert.All(told, n => Assert.Equal((hidden, (Guid?)hidden), (n.SubjectId, n.CaseId)));
    }

    [Fact]
    public async Task The_owner_of_an_older_case_is_told_though_fifty_others_met_it_since()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hidden = await Hidden(ChatWorld.Nadia, ChatWorld.Ministry.Id);
        for (var i = 0; i < 51; i++)
        {
            // Those of the ministry read it: they are not told of this one.
            await Hidden(ChatWorld.Samira, ChatWorld.Laboratory.Id, ChatWorld.Ministry.Id);
        }

        Assert.Empty(site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.JoinProposed && n.CaseId == hidden).ToList()));

        var open = await site.CaseOf(CaseStory.Two with { Audience = Audience.Of(ChatWorld.Observatory.Id) });
        await (await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(open, "/observables"))).Press("Noter", ("Text", Page));

        Assert.Contains(site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.JoinProposed).ToList()), n => n.AccountId == site.IdOf(ChatWorld.Nadia) && n.CaseId == hidden);

        async Task<Guid> Hidden(string name, params Guid[] organisations)
        {
            var id = await site.CaseOf(new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(organisations) }, name, "Caché");
            await site.Write(id, site.SeatOf(name), site.SeatOf(name).Draft(new ObservableNoted { Observable = Observable.Read(ObservableKind.Url, Page)! }));
            site.Clock.Advance(TimeSpan.FromMinutes(1));
            return id;
        }
    }

    [Fact]
    public async Task A_text_without_anything_to_note_is_told_and_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = await site.CaseOf();
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/observables"));

        await hugo.Press("Noter", ("Text", "rien de tel"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal("rien de tel", hugo.Page.QuerySelector("textarea[name=Text]")!.TextContent);
        await hugo.Press("Noter le compte", ("Network", "telegram"), ("Account", "https://t.me/Fausse_Info"));
        Assert.Contains("Account:telegram:fausse_info", site.ReadChat(db => db.CaseMarks.Select(m => m.Value).ToList()));
    }
}
