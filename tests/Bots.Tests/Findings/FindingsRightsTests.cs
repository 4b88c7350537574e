using System.Net;
using Beffroi.Bots.Alerting;
using Beffroi.Bots.Clustering;

namespace Beffroi.Bots.Tests.Findings;

/// <summary>Who may open what the detector found: members of the organisation whose watch it is, and nobody else.</summary>
public sealed class FindingsRightsTests
{
    static readonly Guid Account = new("b0750000-0000-7000-8000-0000000000a1");
    static readonly Guid Cluster = new("b0750000-0000-7000-8000-0000000000a2");
    static readonly Guid Finding = new("b0750000-0000-7000-8000-0000000000a3");

    public static readonly TheoryData<string, bool> Doors = new()
    {
        // Address, and whether it names a thing of the ministry: another organisation then gets 404, where a list shows it nothing.
        { "/robots/comptes", false }, { "/en/bots/accounts", false }, { "/robots/comptes.csv", false }, { "/en/bots/accounts.csv", false },
        { "/robots/comptes/{account}", true }, { "/en/bots/accounts/{account}", true },
        { "/robots/comptes/survie?watch={watch}", true }, { "/en/bots/accounts/survival?cluster={cluster}", true }, { "/robots/comptes/survie.csv?watch={watch}", true },
        { "/robots/groupes", false }, { "/en/bots/clusters", false }, { "/robots/groupes.csv", false }, { "/robots/groupes/{cluster}", true }, { "/en/bots/clusters/{cluster}", true }, { "/robots/groupes/{cluster}.csv", true },
        { "/robots/graphe", false }, { "/robots/graphe?watch={watch}", true }, { "/en/bots/graph?cluster={cluster}&kind=ties", true }, { "/robots/graphe/donnees?watch={watch}", true }, { "/robots/graphe.gexf?watch={watch}", true }, { "/robots/graphe.json?watch={watch}", true },
        { "/robots/alertes", false }, { "/en/bots/alerts", false },
    };

    [Theory, MemberData(nameof(Doors))]
    public async Task Only_the_organisation_whose_watch_it_is_sees_it(string door, bool named)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var watch = await Planted(site);
        var url = door.Replace("{account}", Account.ToString(), StringComparison.Ordinal).Replace("{cluster}", Cluster.ToString(), StringComparison.Ordinal).Replace("{watch}", watch.Watch.Id.ToString(), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.OK, (await (await site.SignIn(ChatWorld.Nadia)).Open(url)).Status);
        var other = await (await site.SignIn(ChatWorld.Hugo)).Open(url);
        Assert.Equal(named ? HttpStatusCode.NotFound : HttpStatusCode.OK, other.Status);
        Assert.DoesNotContain("visible_par_nous", await other.Response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(ChatWorld.Rose)).Open(url)).Status);
        Assert.StartsWith("/connexion", (await site.Visit().Open(url)).Address, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_finding_is_closed_by_its_organisation_once_and_by_its_own_form(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Planted(site);
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open("/robots/alertes");
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Post($"/robots/alertes/{Finding}/clore")).Status);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        Assert.Equal(HttpStatusCode.BadRequest, (await nadia.Http.PostAsync(new Uri($"/robots/alertes/{Finding}/clore", UriKind.Relative), null, TestContext.Current.CancellationToken)).StatusCode);

        await nadia.Open("/robots/alertes");
        Assert.Contains("90 publications", nadia.Text, StringComparison.Ordinal);
        await nadia.Press("Clore");

        Assert.Contains("0 alerte", nadia.Text, StringComparison.Ordinal);
        Assert.Equal(site.IdOf(ChatWorld.Nadia), site.ReadBots(db => db.Findings.Single().ClosedBy));
        Assert.Single(site.ReadBots(db => db.Audit.Where(a => a.Act == "robots.clore").ToList()));
        await (await site.SignIn(ChatWorld.Camille)).Open("/robots/alertes?closed=yes");
        Assert.Contains("Close le", (await nadia.Open("/robots/alertes?closed=yes")).Text, StringComparison.Ordinal);
    }

    static async Task<PlantedWatch> Planted(SiteUnderTest site)
    {
        var watch = new PlantedWatch(ChatWorld.Ministry.Id, "visible_par_nous");
        await watch.Plant(site);
        await site.Write<BotsDb>(db =>
        {
            db.AddRange(
                new WatchedAccount { Id = Account, Network = Detection.Network.Twitter, NativeId = "77", Handle = "visible_par_nous", FirstSeenAt = PlantedWatch.Now, LastSeenAt = PlantedWatch.Now },
                new AccountMatch { WatchId = watch.Watch.Id, AccountId = Account, FirstAt = PlantedWatch.Now },
                new Cluster { Id = Cluster, WatchId = watch.Watch.Id, FoundAt = PlantedWatch.Now, SeenAt = PlantedWatch.Now, Size = 1, Score = 0.5, Evidence = new KeptEvidence().ToJson() },
                new ClusterMember { ClusterId = Cluster, AccountId = Account, Role = "Member" });
            var finding = new FindingReason { Posts = 90, Expected = 5, From = PlantedWatch.Now, To = PlantedWatch.Now.AddHours(1), LogChance = -12 }.Finding(watch.Watch.Id, FoundKind.Burst, "watch", PlantedWatch.Now, PlantedWatch.Now);
            db.Add(new Finding { Id = Finding, WatchId = finding.WatchId, Kind = finding.Kind, Subject = finding.Subject, At = finding.At, Reason = finding.Reason });
        });
        return watch;
    }
}
