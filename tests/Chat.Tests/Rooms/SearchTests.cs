using Beffroi.Cli.World;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Rooms;

public sealed class SearchTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Words_are_found_without_accents_in_their_other_forms_and_by_their_beginning(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Say(RoomVisits.Detection, "Les préfectures dénoncent une opération coordonnée par des œuvres automatisées");
        await nadia.Say(RoomVisits.Detection, "They were spreading coordinated stories about vaccines");
        foreach (var (asked, found) in new[]
        {
            ("prefecture", "préfectures"), ("PRÉFECTURES", "préfectures"), ("operations coordonnees", "coordonnée"), ("oeuvre", "œuvres"), ("automatisé", "automatisées"),
            ("prefec", "préfectures"), ("vaccine", "vaccines"), ("spread", "spreading"), ("story vaccin", "vaccines"), ("l'opération", "opération"),
        })
        {
            await nadia.Open($"{Addresses.Search(Lang.French)}?q={Uri.EscapeDataString(asked)}");
            Assert.True(nadia.Page.QuerySelectorAll(".chat-found mark").Any(m => m.TextContent == found), $"« {asked} » : {nadia.Text}");
        }

        foreach (var absent in new[] { "prefecturesque", "vaccination imaginaire", "\" OR 1", "'; DROP TABLE", "(((", "*", "NEAR(a b)", "keys:r1", "\0" })
        {
            await nadia.Open($"{Addresses.Search(Lang.French)}?q={Uri.EscapeDataString(absent)}");
            Assert.Equal(System.Net.HttpStatusCode.OK, nadia.Status);
            Assert.Empty(nadia.Page.QuerySelectorAll(".chat-found li"));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_finds_and_counts_what_they_may_read_and_nothing_else(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, hugo, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Samira));
        await nadia.Say(RoomVisits.Detection, "zanzibar pour tous");
        await nadia.Say(RoomVisits.Detection, "zanzibar pour le ministère", ("Who", "own"));
        await nadia.Say(RoomVisits.Detection, "zanzibar pour Hugo", ("Who", "red"), ("People", site.IdOf(ChatWorld.Hugo).ToString()));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await nadia.Say(RoomVisits.Private, "zanzibar pour deux organisations");

        Assert.Equal(["tous", "ministère", "Hugo", "organisations"], await Found(nadia, "zanzibar"));
        Assert.Equal(["tous", "Hugo", "organisations"], await Found(hugo, "zanzibar"));
        Assert.StartsWith("3 messages", Visitor.Flat(hugo.Page.QuerySelector("main h2")!.TextContent), StringComparison.Ordinal);
        Assert.Equal(["tous"], await Found(samira, "zanzibar"));
        Assert.StartsWith("1 message,", Visitor.Flat(samira.Page.QuerySelector("main h2")!.TextContent), StringComparison.Ordinal);
        Assert.Empty(await Found(samira, "zanzibar", $"&room={RoomVisits.Private}"));
        Assert.DoesNotContain("Port imaginaire", samira.Page.QuerySelector("select[name=room]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Hugo"], await Found(hugo, "zanzibar", "&level=Red"));
        Assert.Equal(["organisations"], await Found(hugo, "zanzibar", $"&room={RoomVisits.Private}"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_search_is_narrowed_by_author_organisation_and_days(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, hugo, camille) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await nadia.Say(RoomVisits.Detection, "quiproquo de Nadia");
        site.Clock.Advance(TimeSpan.FromDays(2));
        hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Say(RoomVisits.Detection, "quiproquo de Hugo");
        (nadia, camille) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Camille));

        Assert.Equal(["Nadia", "Hugo"], await Found(hugo, "quiproquo"));
        Assert.Equal(["Nadia"], await Found(hugo, "quiproquo", "&author=Nadia+Belkacem"));
        Assert.Equal(["Hugo"], await Found(hugo, "quiproquo", $"&organisation={Organisations.Observatory.Id}"));
        Assert.Equal(["Hugo"], await Found(hugo, "quiproquo", "&from=2026-11-25"));
        Assert.Equal(["Nadia"], await Found(hugo, "quiproquo", "&to=2026-11-24"));
        Assert.Equal(["Nadia", "Hugo"], await Found(hugo, "quiproquo", "&from=jamais&to=0000&level=8&organisation=x&room=y&before=z"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_name_that_is_not_shown_finds_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Masks(Organisations.Ministry);
        var (nadia, camille, hugo) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Hugo));
        await nadia.Say(RoomVisits.Detection, "quiproquo masqué");
        // Written under a mask, it stays under it when the organisation takes its mask off.
        await site.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == Organisations.Ministry.Id).MasksAnalysts = false);

        Assert.Empty(await Found(hugo, "quiproquo", "&author=Nadia+Belkacem"));
        Assert.Equal(["masqué"], await Found(camille, "quiproquo", "&author=Nadia+Belkacem"));
        Assert.Equal(["masqué"], await Found(hugo, "quiproquo"));
        Assert.DoesNotContain("Nadia", hugo.Page.QuerySelector(".chat-found")!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_index_follows_what_is_changed_and_taken_away(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        var id = await nadia.Say(RoomVisits.Detection, "hippocampe mot");
        await nadia.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, id));
        await nadia.Press("Enregistrer", ("Text", "ornithorynque mot"));

        Assert.Empty(await Found(nadia, "hippocampe"));
        Assert.Equal(["mot"], await Found(nadia, "ornithorynque"));
        await nadia.Open(Addresses.Remove(Lang.French, RoomVisits.Detection, id));
        await nadia.Press("Retirer ce message");
        Assert.Empty(await Found(nadia, "ornithorynque"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Results_come_the_last_first_page_after_page(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<ChatDb>(db =>
        {
            var room = db.Rooms.Single(r => r.Id == RoomVisits.Detection);
            for (var i = 1; i <= 45; i++)
            {
                db.Add(new Message { Id = Guid.NewGuid(), RoomId = room.Id, Place = ++room.LastPlace, At = SiteUnderTest.Start.AddMinutes(i), Origin = MessageOrigin.Site, AuthorId = null, OrganisationId = null, Text = $"anaphore {i}" });
                db.SaveChanges();
            }
        });
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open($"{Addresses.Search(Lang.English)}?q=anaphore");
        var all = Last(hugo);
        while (hugo.Page.QuerySelector("a[rel=next]") is { } next)
        {
            // The address names what is on the page, and counts nothing that is not.
            var before = next.GetAttribute("href")!.Split("before=")[1];
            Assert.Equal(int.Parse(all[^1], System.Globalization.CultureInfo.InvariantCulture), site.ReadChat(db => int.Parse(db.Messages.Single(m => m.Id == Guid.Parse(before)).Text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
            await hugo.Open(next.GetAttribute("href")!);
            all.AddRange(Last(hugo));
        }

        Assert.Equal(Enumerable.Range(1, 45).Reverse(), all.Select(w => int.Parse(w, System.Globalization.CultureInfo.InvariantCulture)));
    }

    // The last word of each message found, in the order in which they were said.
    static async Task<List<string>> Found(Visitor visitor, string words, string filters = "")
    {
        await visitor.Open($"{Addresses.Search(Lang.French)}?q={Uri.EscapeDataString(words)}{filters}");
        Assert.Equal(System.Net.HttpStatusCode.OK, visitor.Status);
        var last = Last(visitor);
        last.Reverse();
        return last;
    }

    static List<string> Last(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".chat-found > li > p:last-child").Select(p => Visitor.Flat(p.TextContent).Split(' ')[^1])];
}
