using System.Net;
using Beffroi.Encyclopedia.Discussing;

namespace Beffroi.Encyclopedia.Tests.Contributing;

public sealed class DiscussionTests
{
    const string Address = "/encyclopedie/fiche/garder-une-preuve/discussion";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_passage_is_discussed_answered_closed_and_a_remark_taken_away(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Published();
        var (rose, hugo) = (await site.SignIn(Crew.Rose), await site.SignIn(Crew.Hugo));

        await rose.Open(Address);
        await rose.Press("Publier la remarque", ("Passage", "Garder une copie datée."), ("Text", "Datée par qui ? <b>"));
        await hugo.Open(Address);
        await hugo.Press("Envoyer la réponse", ("Text", "Par l’outil."));
        Assert.DoesNotContain(hugo.Page.QuerySelectorAll("button"), b => b.TextContent == "Clore");

        var discussion = site.ReadEncyclopedia(db => db.Discussions.Single());
        Assert.Equal(("Garder une copie datée.", "what", 1), (discussion.Passage, discussion.Field, discussion.Version));
        var stranger = await site.Visit().Open(Address);
        Assert.Contains("Datée par qui ? <b>", stranger.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Crew.Rose, stranger.Text, StringComparison.Ordinal);

        await rose.Open(Address);
        await rose.Press("Clore");
        Assert.NotNull(site.ReadEncyclopedia(db => db.Discussions.Single().ResolvedAt));
        await hugo.Open(Address);
        await hugo.Press("Retirer cette remarque");
        Assert.DoesNotContain("Par l’outil.", (await stranger.Open(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passage_that_the_entry_does_not_say_is_refused_and_one_that_it_says_no_more_is_marked()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);

        await rose.Press("Publier la remarque", ("Passage", "Autre chose"), ("Text", "Pourquoi ?"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);
        Assert.Equal("Pourquoi ?", rose.Page.QuerySelector("form [name=Text][rows='5']")!.TextContent);
        await rose.Press("Publier la remarque", ("Passage", "Noter qui l’a vue."));
        await site.Changed(Samples.Practice.With(Beffroi.Kit.Lang.French, "what", "Rien."));

        Assert.Contains("ne dit plus ces mots", (await rose.Open(Address)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_an_answer_is_said_beside_it()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);
        await rose.Press("Publier la remarque", ("Text", "Une première."));

        await rose.Press("Envoyer la réponse");

        var link = rose.Page.QuerySelector(".fr-alert--error a")!.GetAttribute("href")!;
        var field = rose.Page.QuerySelector(link)!;
        Assert.Equal(("TEXTAREA", "true"), (field.TagName, field.GetAttribute("aria-invalid")));
        Assert.Contains("Écrivez un texte", rose.Page.QuerySelector("#" + field.GetAttribute("aria-describedby"))!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_to_a_discussion_that_went_to_another_page_is_not_lost()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);
        await rose.Press("Publier la remarque", ("Text", "Une première."));
        var (entry, author) = (site.ReadEncyclopedia(db => db.Entries.Single(e => e.Key == Given.Key).Id), site.IdOf(Crew.Hugo));
        await site.Write<EncyclopediaDb>(db =>
        {
            for (var i = 0; i < DiscussEntry.PageSize; i++)
            {
                var discussion = new Discussion { Id = Guid.NewGuid(), EntryId = entry, Language = Beffroi.Kit.Lang.French, Version = 1, At = site.Clock.GetUtcNow().AddMinutes(i) };
                db.Add(discussion);
                db.Add(new Remark { Id = Guid.NewGuid(), DiscussionId = discussion.Id, At = discussion.At, AuthorId = author, Text = "Une autre." });
            }
        });

        await rose.Press("Envoyer la réponse", ("Text", "Jeanne Martin le dit."));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, rose.Status);
        var field = rose.Page.QuerySelector(rose.Page.QuerySelector(".fr-alert--error a")!.GetAttribute("href")!)!;
        Assert.Equal("Jeanne Martin le dit.", field.TextContent);
    }

    [Fact]
    public async Task Every_discussion_can_be_reached()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var entry = site.ReadEncyclopedia(db => db.Entries.Single(e => e.Key == Given.Key).Id);
        var author = site.IdOf(Crew.Rose);
        await site.Write<EncyclopediaDb>(db =>
        {
            for (var i = 0; i < 25; i++)
            {
                var discussion = new Discussion { Id = Guid.NewGuid(), EntryId = entry, Language = Beffroi.Kit.Lang.French, Version = 1, At = SiteUnderTest.Start.AddMinutes(i) };
                db.Add(discussion);
                db.Add(new Remark { Id = Guid.NewGuid(), DiscussionId = discussion.Id, At = discussion.At, AuthorId = author, Text = $"Remarque numéro {i}." });
            }
        });
        var stranger = await site.Visit().Open(Address);
        Assert.DoesNotContain("Remarque numéro 0.", stranger.Text, StringComparison.Ordinal);

        Assert.Contains("Remarque numéro 0.", (await stranger.Open(Address + "?page=2")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_writes_thirty_remarks_an_hour_and_loses_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);
        await rose.Press("Publier la remarque", ("Text", "Une première."));
        var discussion = site.ReadEncyclopedia(db => db.Discussions.Single().Id);
        var author = site.IdOf(Crew.Rose);
        await site.Write<EncyclopediaDb>(db => db.AddRange(Enumerable.Range(0, 29).Select(i => new Remark { Id = Guid.NewGuid(), DiscussionId = discussion, At = site.Clock.GetUtcNow(), AuthorId = author, Text = "Encore." })));

        await rose.Press("Envoyer la réponse", ("Text", "Une de trop."));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 30), (rose.Status, site.ReadEncyclopedia(db => db.Remarks.Count())));
        Assert.Contains(rose.Page.QuerySelectorAll("textarea"), t => t.TextContent == "Une de trop.");
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        await rose.Press("Envoyer la réponse");

        Assert.Equal(31, site.ReadEncyclopedia(db => db.Remarks.Count()));
    }

    [Fact]
    public async Task A_remark_that_names_a_person_asks_its_author_before_it_is_public()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);

        await rose.Press("Publier la remarque", ("Text", "C’est Jeanne Martin qui l’a dit."));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (rose.Status, site.ReadEncyclopedia(db => db.Remarks.Count())));
        await rose.Press("Publier la remarque", ("Public", "true"));

        Assert.Equal(1, site.ReadEncyclopedia(db => db.Remarks.Count()));
    }
}
