using System.Net;
using System.Text.RegularExpressions;
using Beffroi.Eva.Reviews;

namespace Beffroi.Eva.Tests.Reviews;

/// <summary>Who decides, notes a disagreement, reads a text, and who sees the calculation: every door tried for every person.</summary>
public sealed partial class ReviewRightsTests
{
    // A: accompanies the person; S: sees the result only; a dot: it does not exist for this person. Public of Hugo, private of Rose.
    static readonly (string Person, string Rights)[] Table =
    [
        (Crew.Superadmin, "S."), (Crew.Charge, "S."), (Crew.RegionAdmin, "S."), (Crew.Admin, "A."), (Crew.Hugo, "A."), (Crew.Rose, "AA"), (Crew.OtherAdmin, ".."), (Crew.OtherAdviser, ".."),
    ];

    static readonly string[] Acts = ["confirmer", "desaccord", "ecrit"];

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_door_opens_to_those_who_accompany_and_the_calculation_to_superadmins(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var evaluations = new[] { await Played(site, Crew.Hugo, "Publique", isPrivate: false), await Played(site, Crew.Rose, "Privée", isPrivate: true) };
        var none = Guid.NewGuid();

        foreach (var (person, rights) in Table)
        {
            var visitor = await site.SignIn(person);
            foreach (var (id, right) in evaluations.Zip(rights))
            {
                foreach (var act in Acts)
                {
                    var expected = right == 'A' ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                    Assert.True((await visitor.Open($"/eva/evaluations/{id}/{act}")).Status == expected, $"{person} at {act}: {visitor.Status}");
                    await visitor.Open("/compte");
                    await visitor.Post($"/eva/evaluations/{id}/{act}");
                    // Who may is told what is missing; nobody else learns that it exists.
                    Assert.True(visitor.Status == HttpStatusCode.NotFound == (right != 'A'), $"{person} posts {act}: {visitor.Status}");
                }

                await visitor.Open("/compte");
                await visitor.Post($"/eva/evaluations/{id}/desaccord/{none}/retirer");
                Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
                foreach (var sight in new[] { "", "/fiche" })
                {
                    Assert.True((await visitor.Open($"/eva/evaluations/{id}{sight}")).Status == (right == '.' ? HttpStatusCode.NotFound : HttpStatusCode.OK), $"{person} at {sight}: {visitor.Status}");
                }

                Assert.Equal(right == '.' ? HttpStatusCode.NotFound : HttpStatusCode.ServiceUnavailable, (await visitor.Open($"/eva/evaluations/{id}/restitution.pdf")).Status);
                foreach (var sight in new[] { "/calcul", "/calcul/evenements.csv", "/calcul/evenements.json" })
                {
                    var expected = person != Crew.Superadmin ? HttpStatusCode.Forbidden : right == '.' ? HttpStatusCode.NotFound : HttpStatusCode.OK;
                    Assert.True((await visitor.Open($"/eva/evaluations/{id}{sight}")).Status == expected, $"{person} at {sight}: {visitor.Status}");
                }
            }
        }

        Assert.Equal((0, 0, 0), site.Read(db => (db.Set<Decision>().Count(d => d.At >= SiteUnderTest.Start), db.Set<Disagreement>().Count(d => d.At >= SiteUnderTest.Start), db.Set<WritingReading>().Count())));
    }

    [Fact]
    public async Task Who_sees_and_does_not_accompany_is_offered_no_act()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = await Played(site, Crew.Hugo, "Vue", isPrivate: false);

        foreach (var (person, offered) in new[] { (Crew.Hugo, true), (Crew.Charge, false) })
        {
            var page = (await (await site.SignIn(person)).Open($"/eva/evaluations/{id}")).Page;
            Assert.Equal(offered, page.QuerySelectorAll("main a[href]").Any(a => Act().IsMatch(a.GetAttribute("href")!)));
        }
    }

    static async Task<Guid> Played(SiteUnderTest site, string author, string label, bool isPrivate)
    {
        var campaign = await site.Create(author, label, isPrivate, withWriting: true);
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(new Story(await awa.Start("livraison")).Answer("L20", "Bonjour.", 40).Events);
        await awa.PlayAll(_ => false);
        return site.LastEvaluation(campaign.Id).Id;
    }

    [GeneratedRegex("/(confirmer|desaccord|ecrit)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Act();
}
