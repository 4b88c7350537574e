using System.Net;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Norming;
using Beffroi.Kit;

namespace Beffroi.Eva.Tests.Norming;

/// <summary>Norms, plans and reviews are for superadmins: the route refuses others, and so does the query.</summary>
public sealed class NormRightsTests
{
    static readonly string[] Doors = ["/eva/normes", "/eva/normes/cohorte", "/eva/normes/plan", "/eva/normes/banques", "/eva/normes/beffroi-litteratie/1", $"/eva/normes/banques/livraison/{BankShelf.Embedded("livraison").Version}"];
    static readonly string[] Acts = ["/eva/normes/cohorte", "/eva/normes/plan", "/eva/normes/beffroi-litteratie/1", $"/eva/normes/banques/livraison/{BankShelf.Embedded("livraison").Version}"];

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_door_opens_to_superadmins_only_and_the_public_page_to_all(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Given(Furnishing.Norm(site));
        foreach (var person in new[] { Crew.Superadmin, Crew.Charge, Crew.RegionAdmin, Crew.Admin, Crew.Hugo, Crew.Rose, Crew.OtherAdmin, Crew.OtherAdviser, Crew.Pending })
        {
            var visitor = await site.SignIn(person);
            foreach (var door in Doors)
            {
                var status = (await visitor.Open(door)).Status;
                Assert.True(status == (person == Crew.Superadmin ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{person} at {door}: {(int)status}");
            }

            foreach (var act in Acts.Where(_ => person != Crew.Superadmin))
            {
                await visitor.Open("/compte");
                await visitor.Post(act, ("Note", "Pris"), ("Strata", "* ; * ; * ; 3"), ("Exploratory", "true"), ("Reviewer", "Moi"), ("ReviewedOn", "2026-11-01"), ("Proved", "Tout"), ("Remains", "Rien"), ("Verdict", "recommande"));
                Assert.True(visitor.Status == HttpStatusCode.Forbidden, $"{person} tries {act}: {(int)visitor.Status}");
            }
        }

        var stranger = site.Visit();
        foreach (var door in Doors)
        {
            Assert.StartsWith("/connexion", (await stranger.Open(door)).Address, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, (await stranger.Open("/eva/mesure")).Status);
        Assert.Equal((1, 0, 0), site.Read(db => (db.NormVersions.Count(), db.SamplingPlans.Count(), db.ScientificReviews.Count())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_query_itself_gives_them_to_superadmins_only(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Given(
            Furnishing.Norm(site),
            new SamplingPlan { Id = Guid.NewGuid(), Number = 1, AuthorId = Guid.NewGuid(), At = SiteUnderTest.Start, Note = "Essai", StrataText = "[]" },
            new ScientificReview { Id = Guid.NewGuid(), Subject = "norme beffroi-litteratie 1", Reviewer = "R", ReviewedOn = new(2026, 11, 1), Proved = "p", Remains = "r", Verdict = Verdict.Recommended, AuthorId = Guid.NewGuid(), At = SiteUnderTest.Start });
        foreach (var (role, accepted) in Enum.GetValues<Role>().SelectMany(r => new[] { (r, true), (r, false) }))
        {
            var user = new CurrentUser { Id = Guid.NewGuid(), Name = "Quelqu’un", Role = role, StructureId = null, Structures = [], Accepted = accepted };
            var expected = role == Role.Superadmin && accepted ? 1 : 0;
            Assert.Equal((expected, expected, expected), site.Read(db => (db.NormVersions.VisibleTo(user).Count(), db.SamplingPlans.VisibleTo(user).Count(), db.ScientificReviews.VisibleTo(user).Count())));
        }
    }
}
