using System.Net;
using Beffroi.Eva.Reviews;
using Beffroi.Eva.Scoring;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Reviews;

/// <summary>Row 30 and reference 8.9: nothing is decided by the machine. A professional confirms, sets aside or waits, with a reason; every decision stays.</summary>
public sealed class DecisionTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_proposal_stays_to_confirm_until_somebody_decides_then_shows_who_when_and_why(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var address = await Weak(site, "À confirmer");
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open(address);
        Assert.Contains("À confirmer", Block(hugo), StringComparison.Ordinal);
        Assert.Contains("aucun professionnel ne s’est encore prononcé", Block(hugo), StringComparison.Ordinal);

        await hugo.Follow("Confirmer, écarter ou laisser à confirmer");
        await hugo.Press("Garder cette décision", ("Verdict", "ecarte"), ("Reason", "Elle lit seule son courrier."));

        Assert.StartsWith(address, hugo.Address, StringComparison.Ordinal);
        Assert.Contains("Écarté", Block(hugo), StringComparison.Ordinal);
        Assert.Contains("23 novembre 2026", Block(hugo), StringComparison.Ordinal);
        Assert.Contains("par Hugo Lemaire : Elle lit seule son courrier.", Block(hugo), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_decision_is_a_new_row_and_none_is_written_over()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await Weak(site, "Deux avis");
        await Decide(await site.SignIn(Crew.Hugo), address, "confirme", "Vu ensemble.");
        site.Clock.Advance(TimeSpan.FromHours(1));
        await Decide(await site.SignIn(Crew.Rose), address, "a_confirmer", "Un autre entretien d’abord.");

        var nadia = await site.SignIn(Crew.Admin);
        await nadia.Open(address);

        Assert.Equal([Verdict.Confirmed, Verdict.ToConfirm], site.Read(db => Here(db).OrderBy(d => d.At).Select(d => d.Verdict).ToList()));
        Assert.Equal(
            ["À confirmer Rose Nguyen Un autre entretien d’abord.", "Confirmé Hugo Lemaire Vu ensemble."],
            nadia.Page.QuerySelectorAll(".decisions tbody tr").Select(r => string.Join(' ', r.Children.Skip(2).Select(c => c.TextContent.Trim()))));
        Assert.Empty(site.Read(db => db.Audit.AsNoTracking().Where(a => a.Subject.StartsWith("Decision:") && a.Change != "Added").ToList()));
    }

    [Theory]
    [InlineData("fle", "a_preciser", "a_confirmer")]
    [InlineData("fle", "fle", "confirme")]
    [InlineData("fle", "alphabetisation", "ecarte")]
    public async Task The_category_that_is_kept_says_what_became_of_the_proposal(string proposed, string kept, string verdict)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await Weak(site, "Catégorie", ("ecole", "etranger"), ("langue", "non"), ("niveau", "bac"));
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open(address);
        Assert.Contains("Français langue étrangère", Block(hugo), StringComparison.Ordinal);
        Assert.Contains("A-t-elle appris à lire et à écrire dans une autre langue", Block(hugo), StringComparison.Ordinal);

        await hugo.Open($"{address}/confirmer");
        await hugo.Press("Garder ce choix", ("Category", kept), ("CategoryReason", "Dit en entretien."));

        var decision = Assert.Single(site.Read(db => Here(db).ToList()));
        Assert.Equal((DecisionSubject.Category, proposed, kept, verdict), (decision.About, decision.Proposed, TechnicalName.Of(decision.Kept!.Value), TechnicalName.Of(decision.Verdict)));
    }

    [Fact]
    public async Task A_decision_needs_a_choice_and_a_reason()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await Weak(site, "Sans raison");
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"{address}/confirmer");
        await hugo.Press("Garder cette décision");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Contains("Choisissez une réponse", hugo.Mistakes);
        Assert.Contains("Écrivez en une phrase ce qui vous décide", hugo.Mistakes);
        await hugo.Press("Garder cette décision", ("Verdict", "confirme"), ("Reason", new string('a', Decision.ReasonMaxLength + 1)));
        Assert.Contains("raison plus courte", Assert.Single(hugo.Mistakes), StringComparison.Ordinal);
        Assert.Empty(site.Read(db => Here(db).ToList()));
    }

    [Fact]
    public async Task Where_nothing_is_proposed_nothing_can_be_confirmed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Solide");
        await (await Participant.Enter(site, campaign.Code)).PlayAll(_ => true);
        var address = $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}";
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"{address}/confirmer");
        await hugo.Post($"{address}/confirmer", ("About", "illettrisme_potentiel"), ("Verdict", "confirme"), ("Reason", "Pris."));

        Assert.Empty(site.Read(db => Here(db).ToList()));
    }

    /// <summary>An evaluation with everything wrong; what is said in the questionnaire.</summary>
    internal static async Task<string> Weak(SiteUnderTest site, string label, params (string, string)[] said)
    {
        var campaign = await site.Create(Crew.Hugo, label, withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code, "Awa");
        await awa.AnswerQuestionnaire([.. said.Length == 0 ? [("ecole", "france"), ("langue", "oui"), ("niveau", "college")] : said]);
        await awa.PlayAll(_ => false);
        return $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}";
    }

    static async Task Decide(Visitor visitor, string address, string verdict, string reason)
    {
        await visitor.Open($"{address}/confirmer");
        await visitor.Press("Garder cette décision", ("Verdict", verdict), ("Reason", reason));
    }

    /// <summary>Those of this test: the named world has its own, made before.</summary>
    static IQueryable<Decision> Here(EvaDb db) => db.Set<Decision>().AsNoTracking().Where(d => d.At >= SiteUnderTest.Start);

    static string Block(Visitor visitor) => Visitor.Flat(visitor.Page.QuerySelector(".decisions")!.TextContent);
}
