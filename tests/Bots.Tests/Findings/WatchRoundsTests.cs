using Beffroi.Bots.Clustering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Findings;

public sealed class WatchRoundsTests
{
    static readonly string[] Group = ["a1", "a2", "a3", "a4", "a5"];

    [Theory, ClassData(typeof(Engines))]
    public async Task B11_Accounts_that_repeat_together_become_a_cluster_with_its_evidence_and_it_is_told_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Coordinated(Group);
        await watch.Plant(site);

        Assert.Equal(1, await site.Look());

        var cluster = Assert.Single(site.ReadBots(db => db.Clusters.ToList()));
        Assert.Equal(Group, site.ReadBots(db => db.Members.Where(m => m.ClusterId == cluster.Id).Join(db.Accounts, m => m.AccountId, a => a.Id, (_, a) => a.Handle!).Order().ToArray()));
        var evidence = KeptEvidence.Of(cluster);
        Assert.Equal(8, evidence.Objects);
        Assert.True(evidence.Synchrony > evidence.SynchronyByChance);
        Assert.All(Langs.All, l => Assert.NotEmpty(evidence.Sentences(l)));
        var finding = Assert.Single(site.ReadBots(db => db.Findings.ToList()));
        Assert.Equal((FoundKind.NewCluster, $"cluster:{cluster.Id}"), (finding.Kind, finding.Subject));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_cluster_keeps_its_address_while_members_come_and_go_and_is_said_to_be_gone_when_it_is(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Coordinated(Group);
        await watch.Plant(site);
        await site.Look();
        var first = site.ReadBots(db => db.Clusters.Single().Id);

        // A sixth joins, and repeats what the others repeat.
        for (var thing = 0; thing < 8; thing++)
        {
            watch.Post("a6", PlantedWatch.Now.AddHours(-100 + (thing * 11)).AddSeconds(21), null, PostKind.Repost, $"cible-{thing}");
        }

        await watch.Plant(site);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(1, await site.Look());
        var grown = site.ReadBots(db => db.Clusters.AsNoTracking().Single());
        Assert.Equal((first, 6), (grown.Id, grown.Size));
        Assert.Single(site.ReadBots(db => db.Findings.ToList()));

        // Ten days later only talk that nobody shares.
        watch.Post("passant", PlantedWatch.Now.AddDays(10), "Rien de commun avec personne aujourd’hui");
        await watch.Plant(site);
        site.Clock.Advance(TimeSpan.FromDays(11));
        await site.Look();
        var gone = site.ReadBots(db => db.Clusters.Single());
        Assert.Equal((first, true), (gone.Id, gone.GoneAt is not null));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_nodes_do_not_look_at_one_watch_at_once_and_a_quiet_watch_waits(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Coordinated(Group);
        await watch.Plant(site);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.LookOnce()));
        await site.Look();

        Assert.Single(site.ReadBots(db => db.Clusters.ToList()));
        Assert.Single(site.ReadBots(db => db.Findings.ToList()));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Equal(0, await site.Look());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_is_looked_for_once_the_mandate_is_over(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Coordinated(Group);
        watch.Mandate.EndedAt = PlantedWatch.Now;
        await watch.Plant(site);

        Assert.Equal(0, await site.Look());
        Assert.Empty(site.ReadBots(db => db.Clusters.ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_turn_that_another_node_overtook_writes_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Coordinated(Group);
        await watch.Plant(site);
        await using var scope = site.Scope();
        var taken = 0;
        scope.ServiceProvider.GetRequiredService<BotsDb>().ChangeTracker.Tracked += (_, told) =>
        {
            // Between the lease and the result, another node takes the watch.
            if (told.Entry.Entity is not Cluster)
            {
                return;
            }

            taken++;
            using var other = site.Scope();
            other.ServiceProvider.GetRequiredService<BotsDb>().Turns.Where(t => t.LeaseOwner != null).ExecuteUpdate(t => t.SetProperty(x => x.Version, x => x.Version + 1));
        };

        await scope.ServiceProvider.GetRequiredService<WatchRounds>().NextRound(TestContext.Current.CancellationToken);

        Assert.Equal(1, taken);
        Assert.Empty(site.ReadBots(db => db.Clusters.ToList()));
        Assert.Empty(site.ReadBots(db => db.Findings.ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task B9_Signs_are_read_from_the_posts_of_the_watch(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        for (var at = 0; at < 30; at++)
        {
            watch.Post("relais", PlantedWatch.Now.AddHours(-at), null, PostKind.Repost, $"x{at}");
            watch.Post("auteur", PlantedWatch.Now.AddHours(-at), $"Une phrase à moi numéro {at}");
        }

        await watch.Plant(site);
        await site.Look();

        var relay = site.ReadBots(db => db.Accounts.Single(a => a.Handle == "relais").Id);
        var sign = Assert.Single(site.ReadBots(db => db.Signs.ToList()));
        Assert.Equal((relay, Typology.Amplifier, watch.Watch.Id), (sign.AccountId, sign.Kind, sign.WatchId));
    }
}
