using System.Net;
using Beffroi.Eva.Reviews;
using Beffroi.Eva.Tests.Alone;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Reviews;

/// <summary>A person may contest: her words stay beside the result, wherever it is shown, and never go without a trace.</summary>
public sealed class DisagreementTests
{
    const string Words = "Je lis le journal.\n<b>Tous</b> les jours.";

    [Theory, ClassData(typeof(Engines))]
    public async Task Written_with_the_adviser_it_stands_on_the_restitution_and_on_the_person_s_sheet(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var address = await DecisionTests.Weak(site, "Contestée");
        var hugo = await site.SignIn(Crew.Hugo);

        await (await hugo.Open(address)).Follow("Noter un désaccord de la personne");
        await hugo.Press("Garder ce désaccord", ("Text", Words));

        Assert.StartsWith(address, hugo.Address, StringComparison.Ordinal);
        Assert.Equal(Words, hugo.Page.QuerySelector(".disagreement blockquote")!.TextContent);
        Assert.Contains("avec Hugo Lemaire", hugo.Page.QuerySelector(".disagreement")!.TextContent, StringComparison.Ordinal);
        await hugo.Open($"{address}/fiche");
        Assert.Equal(Words, hugo.Page.QuerySelector("#lecture blockquote")!.TextContent);
    }

    [Fact]
    public async Task Taken_back_it_stays_with_both_days()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await DecisionTests.Weak(site, "Retirée");
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"{address}/desaccord");
        await hugo.Press("Garder ce désaccord", ("Text", Words));
        site.Clock.Advance(TimeSpan.FromDays(2));
        hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"{address}/desaccord");
        await hugo.Press("La personne le retire");

        Assert.Contains("Retiré le 25 novembre 2026", hugo.Page.QuerySelector(".disagreement")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Words, hugo.Page.QuerySelector(".disagreement blockquote")!.TextContent);
        Assert.Equal(site.IdOf(Crew.Hugo), site.Read(db => Here(db).Single().WithdrawnBy));
        Assert.Null((await hugo.Open($"{address}/fiche")).Page.QuerySelector("#lecture blockquote"));
    }

    [Fact]
    public async Task A_person_alone_writes_it_on_her_own_sheet_and_it_follows_her_result_to_the_adviser()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.AloneAtTheEnd(site);

        await alone.Visitor.Follow("Dire que je vois un résultat autrement");
        await alone.Visitor.Press("Garder mon avis", ("Text", Words));

        Assert.Equal(("/eva/seul/resultats", Words), (alone.Visitor.Address, alone.Visitor.Page.QuerySelector("#lecture blockquote")!.TextContent));
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Receive(await alone.MakeCode(), campaign: "Accueil de novembre");
        await hugo.Open($"/eva/evaluations/{site.LastAlone()!.Id}");
        Assert.Equal(Words, hugo.Page.QuerySelector(".disagreement blockquote")!.TextContent);
        Assert.Contains("par la personne", hugo.Page.QuerySelector(".disagreement")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_alone_takes_back_her_own_and_nobody_else_s()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (mine, other) = (await Participant.AloneAtTheEnd(site), await Participant.AloneAtTheEnd(site));
        await mine.Visitor.Open("/eva/seul/desaccord");
        await mine.Visitor.Press("Garder mon avis", ("Text", Words));
        var note = site.Read(db => Here(db).Single());

        await other.Visitor.Open("/eva/seul/desaccord");
        await other.Visitor.Post($"/eva/seul/desaccord/{note.Id}/retirer");
        Assert.Equal(HttpStatusCode.NotFound, other.Visitor.Status);
        Assert.Null(site.Read(db => Here(db).Single().WithdrawnAt));

        await mine.Visitor.Open("/eva/seul/desaccord");
        await mine.Visitor.Press("Retirer mon avis du 23 novembre 2026");
        Assert.Null(mine.Visitor.Page.QuerySelector("#lecture blockquote"));
        Assert.NotNull(site.Read(db => Here(db).Single().WithdrawnAt));
    }

    [Fact]
    public async Task Before_the_end_there_is_nothing_to_contest_and_no_text_is_none()
    {
        await using var site = await SiteUnderTest.WithWorld();
        Assert.Equal("/eva/bienvenue/langue", (await (await Participant.Alone(site)).Visitor.Open("/eva/seul/desaccord")).Address);
        Assert.Equal("/eva", (await site.Visit().Open("/eva/seul/desaccord")).Address);
        var alone = (await Participant.AloneAtTheEnd(site)).Visitor;

        await alone.Open("/eva/seul/desaccord");
        await alone.Press("Garder mon avis", ("Text", "  "));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Écrivez votre avis, avec vos mots"), (alone.Status, Assert.Single(alone.Mistakes)));
    }

    [Fact]
    public async Task What_is_forgotten_takes_its_notes_along()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = (await Participant.AloneAtTheEnd(site)).Visitor;
        await alone.Open("/eva/seul/desaccord");
        await alone.Press("Garder mon avis", ("Text", Words));

        await alone.Open("/eva/seul/effacer");
        await alone.Press("Oui, tout effacer");

        Assert.Equal(0, site.Read(db => Here(db).Count()));
    }

    /// <summary>Those of this test: the named world has its own, made before.</summary>
    static IQueryable<Disagreement> Here(EvaDb db) => db.Set<Disagreement>().AsNoTracking().Where(d => d.At >= SiteUnderTest.Start);
}
