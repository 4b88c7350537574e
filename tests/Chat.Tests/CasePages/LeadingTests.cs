using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Tests.OnTheShelf;
using Beffroi.Chat.Tests.People;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Who says what a case is: the organisation that opened it and its partners.</summary>
public sealed class LeadingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_only_reads_a_case_of_the_community_does_not_close_it_and_whoever_brings_something_may(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.At(CaseStory.Of(id, "/cloture"));
        await samira.Post(CaseStory.Of(id, "/cloture"), ("Outcome", nameof(CaseOutcome.NotManipulation)), ("Why", "Rien à voir"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Contains("ses partenaires en décident", samira.Text, StringComparison.Ordinal);
        Assert.Equal(1, site.ReadChat(db => db.CaseLines.Count()));

        await site.Write(id, site.SeatOf(ChatWorld.Samira), site.SeatOf(ChatWorld.Samira).Draft(new ArgumentMade { Stance = Stance.Against, Text = "La source est un canular connu." }, new() { Tlp = Tlp.Green }));
        await samira.At(CaseStory.Of(id, "/cloture"));
        await samira.Post(CaseStory.Of(id, "/cloture"), ("Outcome", nameof(CaseOutcome.NotManipulation)), ("Why", "Un canular"));
        Assert.Equal((HttpStatusCode.OK, CaseStory.Of(id)), (samira.Status, samira.Address));
    }

    [Fact]
    public async Task An_organisation_that_the_marking_names_leads_with_the_opener()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = await site.CaseOf(CaseStory.Two);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.At(CaseStory.Of(id, "/cloture"));

        await nadia.Post(CaseStory.Of(id, "/cloture"), ("Outcome", nameof(CaseOutcome.LeftAlone)), ("Why", "Elle s’éteint"));

        Assert.Equal((HttpStatusCode.OK, CaseStory.Of(id)), (nadia.Status, nadia.Address));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_guest_argues_and_judges_nothing_that_is_counted(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await Steps.Case(site);
        var rose = await GuestsTests.Entered(site, id);
        foreach (var (part, fields) in new (string, (string, string)[])[]
        {
            ("/cloture", [("Outcome", nameof(CaseOutcome.NotManipulation)), ("Why", "Rien à voir")]),
            ("/criteres/" + Convention.Massive, [("Stand", nameof(Stand.No)), ("Confidence", nameof(Estimate.AlmostCertain)), ("Why", "Rien à voir")]),
        })
        {
            await rose.At(CaseStory.Of(id, part));
            var lines = site.ReadChat(db => db.CaseLines.Count());
            await rose.Post(CaseStory.Of(id, part), fields);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, lines), (rose.Status, site.ReadChat(db => db.CaseLines.Count())));
            Assert.Contains("Un invité apporte", rose.Text, StringComparison.Ordinal);
        }

        await rose.At(CaseStory.Of(id, "/arguments"));
        await rose.Press("Publier", ("Stance", nameof(Stance.Against)), ("Text", "Je connais cette source."));
        Assert.Equal(HttpStatusCode.OK, rose.Status);
    }

    [Fact]
    public void The_word_of_who_leads_counts_before_a_later_one_of_who_only_reads()
    {
        var desk = Cases.Desk.Opened();
        desk.Write(Says(Stand.Yes));
        desk.Write(Says(Stand.No), author: Cases.Desk.By(Cases.Desk.Chloe, Cases.Desk.Paper));
        Assert.Equal(Stand.Yes, CriteriaSheet.Of(desk.See().State, Convention.Five).Lines[0].Stand);
        Assert.True(CriteriaSheet.Of(desk.See().State, Convention.Five).Lines[0].IsDisputed);

        // What they bring makes partners of them, and their word counts like the others’.
        desk.Write(new ArgumentMade { Stance = Stance.Against, Text = "Un canular connu." }, author: Cases.Desk.By(Cases.Desk.Chloe, Cases.Desk.Paper));
        Assert.Equal(Stand.No, CriteriaSheet.Of(desk.See().State, Convention.Five).Lines[0].Stand);

        static CriterionAssessed Says(Stand stand) => new() { Criterion = Convention.Massive, Stand = stand, Confidence = Estimate.VeryLikely, Why = "Parce que" };
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_cases_are_joined_in_both_or_in_neither(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (theirs, ours) = (await site.CaseOf(), await site.CaseOf(by: ChatWorld.Samira, title: "Vu du laboratoire"));
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.At(CaseStory.Of(ours, $"/observables/joindre/{theirs}"));

        await samira.Press("Joindre", ("GoesOn", "here"), ("Why", "Les mêmes comptes"));

        // In hers, and the other closed: she only reads that one. Nothing is written, not even in her own.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, samira.Status);
        Assert.Equal(2, site.ReadChat(db => db.CaseLines.Count()));
        await samira.Press("Joindre", ("GoesOn", "there"), ("Why", "Les mêmes comptes"));
        Assert.Equal(HttpStatusCode.OK, samira.Status);
        Assert.Equal(5, site.ReadChat(db => db.CaseLines.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task To_correct_the_reason_of_a_marking_puts_out_nobody_whom_the_form_does_not_show(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await Steps.Case(site, marking: new() { Tlp = Tlp.Amber, Audience = new() { Circles = [Circle.Of([ChatWorld.Ministry.Id], [site.IdOf(ChatWorld.Samira)])] } });
        var rose = await GuestsTests.Entered(site, id);
        await site.Write<ChatDb>(db => db.Organisations.Single(o => o.Id == ChatWorld.Laboratory.Id).MasksAnalysts = true);
        var (camille, samira) = (await site.SignIn(ChatWorld.Camille), await site.SignIn(ChatWorld.Samira));

        foreach (var more in new (string, string?)[][] { [], [("Organisations", ChatWorld.Observatory.Id.ToString())], [("Tlp", nameof(Tlp.AmberStrict))] })
        {
            await camille.At(CaseStory.Of(id, "/marquage"));
            await camille.Press("Changer le marquage", [("Why", "Un mot corrigé"), .. more]);
            Assert.Equal((HttpStatusCode.OK, CaseStory.Of(id)), (camille.Status, camille.Address));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), ((await rose.Open(CaseStory.Of(id))).Status, (await samira.Open(CaseStory.Of(id))).Status));
        }
    }

    [Fact]
    public async Task A_case_that_several_circles_share_keeps_them_when_nothing_else_is_chosen()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var two = new Marked { Tlp = Tlp.Amber, Audience = new() { Circles = [Circle.Of([ChatWorld.Ministry.Id, ChatWorld.Observatory.Id], []), Circle.Of([ChatWorld.Ministry.Id, ChatWorld.Observatory.Id, ChatWorld.Laboratory.Id], [])] } };
        var id = await Steps.Case(site, marking: two);
        var camille = await (await site.SignIn(ChatWorld.Camille)).At(CaseStory.Of(id, "/marquage"));

        await camille.Press("Changer le marquage", ("Why", "Un mot corrigé"));

        var scope = site.ReadChat(db => db.Cases.Single().ScopeId);
        Assert.True(CaseJson.Read<Marked>(site.ReadChat(db => db.Scopes.Single(s => s.Id == scope).Content)).Same(two));
    }
}
