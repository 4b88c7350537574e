using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Chat.Tests.OnTheShelf;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Reactions (C8), the two clocks, attribution, closing, and what waits.</summary>
public sealed class ReactingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_reaction_has_its_backfire_its_decision_its_owner_its_date_and_its_outcome(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await hugo.At(CaseStory.Of(id, "/reactions"));
        Assert.Equal(["Denial", "Takedown", "Exposure", "Elves", "Prebunking", "Legal", "Nothing", "Other"], hugo.Page.QuerySelectorAll("select[name=Option] option[value!='']").Select(o => o.GetAttribute("value")));
        await hugo.Press("Proposer", ("Option", nameof(ReactionOption.Denial)), ("Text", "Démentir par le port"), ("Backfire", "Des gens l’apprendraient par nous"), ("BackfireChance", nameof(Estimate.Likely)));
        await hugo.Press("Proposer", ("Option", nameof(ReactionOption.Nothing)), ("Text", "Laisser passer"), ("Backfire", "Cela peut monter"), ("BackfireChance", nameof(Estimate.Unlikely)));

        await (await camille.At(CaseStory.Of(id, "/reactions"))).Follow("Démentir");
        await camille.Press("Décider", ("Verdict", nameof(Verdict.Taken)), ("Why", "Trois préfectures le demandent"));
        Assert.Contains("Dites qui le fait.", camille.Mistakes);
        await camille.Press("Décider", ("Verdict", nameof(Verdict.Taken)), ("Why", "Trois préfectures le demandent"), ("Owner", site.IdOf(ChatWorld.Paul).ToString()), ("DueAt", "2026-11-24T12:00"));
        await camille.Press("Noter le résultat", ("Outcome", nameof(Outcome.Backfired)), ("Text", "Repris partout"));

        foreach (var said in new[] { "Des gens l’apprendraient par nous", "probable (55 à 80", "Réaction retenue", "Paul Mercier", "24 novembre 2026 à 12", "s’est retournée contre nous", "Repris partout" })
        {
            Assert.Contains(said, camille.Text, StringComparison.Ordinal);
        }

        Assert.Equal(1, site.ReadChat(db => db.Notices.Count(n => n.Reason == NoticeReason.Assigned && n.AccountId == site.IdOf(ChatWorld.Paul))));
        await (await hugo.At(CaseStory.Of(id, "/reactions"))).Follow("Ne rien faire");
        await hugo.Press("Décider", ("Verdict", nameof(Verdict.Taken)), ("Why", "Personne ne le relaie"));
        Assert.Contains("Réaction retenue", hugo.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_timeline_has_two_clocks(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/chronologie"));
        await hugo.Press("Noter", ("Text", "Première copie"), ("HappenedAt", "2026-11-20T08:00"), ("KnewAt", "2026-11-23T09:00"));
        await hugo.Press("Noter", ("Text", "Reprise"), ("HappenedAt", "2026-11-21T08:00"), ("KnewAt", "2026-11-22T09:00"));

        var happened = Facts(hugo);
        await hugo.At(CaseStory.Of(id, "/chronologie?clock=knew"));

        Assert.Equal(["Première copie", "Reprise"], happened);
        Assert.Equal(["Reprise", "Première copie"], Facts(hugo));
        Assert.Contains("3 jours", hugo.Text.Replace('\u00A0', ' '), StringComparison.Ordinal);
        await hugo.Press("Noter", ("Text", "Impossible"), ("HappenedAt", "2026-11-23T09:00"), ("KnewAt", "2026-11-22T09:00"), ("Until", "hier"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal("hier", hugo.Page.QuerySelector("input[name=Until]")!.GetAttribute("value"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_attribution_stands_once_a_second_analyst_has_signed_and_others_were_weighed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await hugo.At(CaseStory.Of(id, "/attribution"));
        await hugo.Press("Proposer et signer", ("Actor", "Agence Brume"), ("Confidence", nameof(Estimate.Likely)), ("Why", "Même hébergeur"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains("Il en faut au moins 1.", hugo.Text, StringComparison.Ordinal);
        await hugo.Press("Proposer et signer", ("Other0", "Un imitateur"), ("OtherWhy0", "Le style diffère"), ("OtherChance0", nameof(Estimate.Unlikely)));
        Assert.Contains("un second analyste doit signer", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Confirmer en signant", hugo.Text, StringComparison.Ordinal);

        await camille.At(CaseStory.Of(id, "/attribution"));
        var field = camille.Page.QuerySelectorAll("textarea").Select(t => t.GetAttribute("name")!).First(n => n.StartsWith("Why-", StringComparison.Ordinal));
        await camille.Press("Signer", (field, "Vu dans deux autres affaires"));

        Assert.Contains("Tient\u00A0: deux analystes ont signé", camille.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_case_is_closed_with_its_outcome_and_opened_again(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/cloture"));
        await hugo.Press("Clore le dossier", ("Outcome", nameof(CaseOutcome.NotManipulation)), ("Why", "Erreur de bonne foi"));
        Assert.Contains("ce n’est pas une manipulation", hugo.Text, StringComparison.Ordinal);
        Assert.Empty((await hugo.At(CaseStory.Cases)).Page.QuerySelectorAll(".case-list > li"));
        Assert.Single((await hugo.At(CaseStory.Cases + "?closed=true")).Page.QuerySelectorAll(".case-list > li"));

        await (await hugo.At(CaseStory.Of(id, "/cloture"))).Press("Rouvrir le dossier", ("Why", "Nouvelle copie"));

        Assert.DoesNotContain("ce n’est pas une manipulation", hugo.Text, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_waits_is_listed_across_the_cases_that_one_may_read(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (open, hidden) = (await site.CaseOf(), await site.CaseOf(new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(ChatWorld.Ministry.Id) }, ChatWorld.Camille));
        var (hugo, camille) = (site.SeatOf(ChatWorld.Hugo), site.SeatOf(ChatWorld.Camille));
        await site.Write(open, hugo, hugo.Draft(new ArgumentMade { Stance = Stance.Question, Text = "Qui paie ?" }, new() { Tlp = Tlp.Green }));
        await site.Write(hidden, camille, camille.Draft(new ArgumentMade { Stance = Stance.Question, Text = "Question du ministère" }));

        var theirs = await (await site.SignIn(ChatWorld.Hugo)).At("/discussion/questions-ouvertes");
        var ours = await (await site.SignIn(ChatWorld.Camille)).At("/en/chat/open-questions?reason=Question");

        Assert.Contains("Qui paie ?", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("6 points ouverts", theirs.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ministère", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("2 open points", ours.Text, StringComparison.Ordinal);
    }

    static List<string> Facts(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("table tbody tr td:nth-child(1)").Select(t => t.TextContent.Trim()).Where(t => t is "Première copie" or "Reprise")];
}
