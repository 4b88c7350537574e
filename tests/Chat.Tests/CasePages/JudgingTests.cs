using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.OnTheShelf;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Criteria and qualification (C5, C6), arguments (C3).</summary>
public sealed class JudgingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_facts_qualify_for_one_organisation_and_not_for_another(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var set = Convention.FrenchPosition2020(ChatWorld.Ministry.Id);
        await site.Write<ChatDb>(db => db.Add(new OwnCriteria { OrganisationId = ChatWorld.Ministry.Id, Version = 1, Content = CaseJson.Write(set), At = SiteUnderTest.Start, By = site.IdOf(ChatWorld.Camille) }));
        var id = await site.CaseOf();
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));

        foreach (var criterion in Convention.Five.Criteria)
        {
            await hugo.At(CaseStory.Of(id, "/criteres/" + criterion.Key));
            await hugo.Press("Enregistrer mon avis", ("Stand", nameof(Stand.Yes)), ("Confidence", nameof(Estimate.VeryLikely)), ("Why", $"Deux sources pour {criterion.Key}"));
            Assert.Equal(HttpStatusCode.OK, hugo.Status);
        }

        Assert.Contains("Qualifié", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("très probable (80 à 95", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("Deux sources pour massive", hugo.Text, StringComparison.Ordinal);
        await camille.At(CaseStory.Of(id));
        var verdicts = camille.Page.QuerySelectorAll(".case-verdict").Select(v => Visitor.Flat(v.TextContent)).ToList();
        Assert.StartsWith("Qualifié Les cinq critères de la convention : 5 sur 5", verdicts[0], StringComparison.Ordinal);
        Assert.StartsWith("À qualifier Les critères de Ministère des Affaires imaginées : 4 sur 6", verdicts[1].Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.Equal((1, 0), (await Listed(camille, "five"), await Listed(camille, "own")));

        await camille.At(CaseStory.Of(id, "/criteres/massive"));
        await camille.Press("Enregistrer mon avis", ("Stand", nameof(Stand.No)), ("Confidence", nameof(Estimate.Likely)), ("Why", "Deux cents vues"));
        Assert.Contains("Avis différents", camille.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_without_confidence_nor_reason_is_told_beside_its_fields_and_nothing_is_lost()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = await site.CaseOf();
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At($"/en/chat/cases/{id}/criteria/massive");

        await hugo.Press("Save my view", ("Stand", nameof(Stand.Yes)), ("Why", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains("A yes or a no is at least likely; otherwise the criterion stays unknown.", hugo.Mistakes);
        Assert.NotNull(hugo.Page.QuerySelector("input[name=Stand][value=Yes][checked]"));
        Assert.Equal(1, site.ReadChat(db => db.CaseLines.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Arguments_are_separate_replies_each_with_a_stance_and_at_most_one_criterion(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await hugo.At(CaseStory.Of(id, "/arguments"));
        await hugo.Press("Publier", ("Stance", nameof(Stance.Question)), ("Criterion", Convention.Foreign), ("Text", "D’où vient la première copie ?"));
        await (await camille.At(CaseStory.Of(id, "/arguments"))).Follow("Répondre à Hugo Lemaire (Observatoire Libre)");

        await camille.Press("Publier", ("Stance", nameof(Stance.For)), ("Text", "D’un serveur loué hors d’Europe."));

        var items = camille.Page.QuerySelectorAll(".case-argument");
        Assert.Equal(2, items.Length);
        Assert.Same(items[0], items[1].ParentElement!.ParentElement);
        Assert.Contains("Question", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Origine étrangère", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Camille Fontaine (Ministère des Affaires imaginées)", items[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(1, site.ReadChat(db => db.Notices.Count(n => n.AccountId == site.IdOf(ChatWorld.Hugo))));

        await camille.Press("Publier", ("Text", "Sans position"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal("Sans position", camille.Page.QuerySelector("textarea[name=Text]")!.TextContent);
    }

    [Fact]
    public async Task A_form_sent_twice_writes_one_line()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = await site.CaseOf();
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/arguments"));
        var form = hugo.Page.QuerySelector("input[name=FormId]")!.GetAttribute("value")!;

        await hugo.Post(CaseStory.Of(id, "/arguments"), ("FormId", form), ("Stance", nameof(Stance.For)), ("Text", "Un seul"));
        await hugo.Post(CaseStory.Of(id, "/arguments"), ("FormId", form), ("Stance", nameof(Stance.For)), ("Text", "Un seul"));

        Assert.Equal(2, site.ReadChat(db => db.CaseLines.Count()));
    }

    static async Task<int> Listed(Visitor visitor, string by) => (await visitor.At($"{CaseStory.Cases}?qualified={by}")).Page.QuerySelectorAll(".case-list > li").Length;
}
