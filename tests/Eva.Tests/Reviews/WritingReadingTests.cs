using System.Net;
using Beffroi.Eva.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests.Reviews;

/// <summary>Row 33: the free text raw, with the five points of the grid, and the reading of the adviser kept.</summary>
public sealed class WritingReadingTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task Row_33_a_reading_keeps_who_made_it_and_when_and_the_next_one_is_another(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var address = await Written(site);
        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open(address);
        Assert.Equal(5, hugo.Page.QuerySelectorAll("section[aria-labelledby=ecrit] ol li").Length);

        await hugo.Follow("Lire ce texte point par point");
        await hugo.Press("Garder cette lecture", ("Point1", "oui"), ("Point2", "en_partie"), ("Point3", "oui"), ("Point4", "non"), ("Point5", "oui"), ("Note", "Le message passe."));
        site.Clock.Advance(TimeSpan.FromHours(1));
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open($"{address}/ecrit");
        await rose.Press("Garder cette lecture", ("Point4", "en_partie"), ("Note", ""));

        var readings = site.Read(db => db.Set<WritingReading>().AsNoTracking().OrderBy(r => r.At).ToList());
        Assert.Equal(["oui en_partie oui non oui", "oui en_partie oui en_partie oui"], readings.Select(r => string.Join(' ', r.Answers)));
        Assert.Equal([site.IdOf(Crew.Hugo), site.IdOf(Crew.Rose)], readings.Select(r => r.By));
        await rose.Open(address);
        var text = Visitor.Flat(rose.Page.QuerySelector("section[aria-labelledby=ecrit]")!.TextContent);
        Assert.Contains("par Rose Nguyen", text, StringComparison.Ordinal);
        Assert.Contains("1 lecture d’avant", text, StringComparison.Ordinal);
        Assert.Contains("Remarque : Le message passe.", text.Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_33_each_point_is_answered_or_nothing_is_kept()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var address = await Written(site);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"{address}/ecrit");
        await hugo.Press("Garder cette lecture", ("Point1", "oui"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, hugo.Status);
        Assert.Equal(4, hugo.Mistakes.Count(m => m == "Choisissez une réponse"));
        await hugo.Post($"{address}/ecrit", ("Point1", "peut-être"), ("Point2", "oui"), ("Point3", "oui"), ("Point4", "oui"), ("Point5", "oui"));
        Assert.Equal(0, site.Read(db => db.Set<WritingReading>().Count()));
    }

    [Fact]
    public async Task Row_33_without_a_text_there_is_nothing_to_read()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Sans texte", withWriting: true);
        await Participant.Enter(site, campaign.Code);
        var hugo = await site.SignIn(Crew.Hugo);

        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}/ecrit")).Status);
    }

    internal static async Task<string> Written(SiteUnderTest site)
    {
        var campaign = await site.Create(Crew.Hugo, "Écrit", withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(new Story(await awa.Start("livraison")).Answer("L20", "Bonjour, je serai en retard.", 40).Events);
        return $"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}";
    }
}
