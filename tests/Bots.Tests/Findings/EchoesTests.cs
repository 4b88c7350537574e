using Beffroi.Bots.Alerting;
using Beffroi.Bots.Clustering;
using Beffroi.Bots.Forgetting;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Findings;

/// <summary>What was found of a post or of an account goes with it.</summary>
public sealed class EchoesTests
{
    static readonly string[] Group = ["a1", "a2", "a3", "a4", "a5"];

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task A_post_that_its_author_deletes_leaves_neither_its_name_its_words_nor_its_moment_in_the_evidence(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (watch, target, copies) = await Coordinated(site);
        var before = Evidence(site);
        var mine = watch.Account("a1").Id;
        Assert.Contains(before.Top, t => t.What == $"Twitter:{target}" && t.Shares.Any(s => s.Account == mine));
        Assert.Equal(5, Assert.Single(before.Copies, c => c.Text.StartsWith("Sortez", StringComparison.Ordinal)).Accounts.Count);

        await Delete(site, watch, target, copies[0]);

        var after = Evidence(site);
        Assert.DoesNotContain(after.Top, t => t.What == $"Twitter:{target}");
        Assert.Equal(before.Top.Count(t => t.Trace == Trace.Repost) - 1, after.Top.Count(t => t.Trace == Trace.Repost));
        Assert.DoesNotContain(mine, Assert.Single(after.Copies, c => c.Text.StartsWith("Sortez", StringComparison.Ordinal)).Accounts);

        await Delete(site, watch, copies[1..4]);
        Assert.DoesNotContain("sortez", site.ReadBots(db => db.Clusters.AsNoTracking().Single().Evidence), StringComparison.OrdinalIgnoreCase);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task An_account_that_turns_out_to_be_a_minors_is_in_no_evidence_any_more(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (watch, target, _) = await Coordinated(site);
        var (kid, author) = (watch.Account("a2"), watch.Account("auteur3"));
        Assert.Contains(kid.Id.ToString(), site.ReadBots(db => db.Clusters.Single().Evidence), StringComparison.Ordinal);
        Assert.Equal("cible-3", target);

        await using (var scope = site.Scope())
        {
            scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.preparer";
            await scope.ServiceProvider.GetRequiredService<ProfileLog>().Write(Network.Twitter, [kid.NativeId, author.NativeId], [.. new[] { kid, author }.Select(k => new Account { Network = Network.Twitter, Id = k.NativeId, Description = "15 ans, collège", ObservedAt = site.Clock.GetUtcNow() })], Ct);
        }

        var cluster = site.ReadBots(db => db.Clusters.AsNoTracking().Single());
        Assert.DoesNotContain(kid.Id.ToString(), cluster.Evidence, StringComparison.Ordinal);
        Assert.DoesNotContain($"Twitter:{target}", cluster.Evidence, StringComparison.Ordinal);
        Assert.Equal((4, 4), (cluster.Size, site.ReadBots(db => db.Members.Count())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_rise_of_a_post_that_is_deleted_goes_with_its_words_and_its_counts_and_others_stay(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        var rising = watch.Post("auteur", PlantedWatch.Now.AddHours(-2), "Ce que je regrette", counts: new(Likes: 5));
        var other = watch.Post("autre", PlantedWatch.Now.AddHours(-2), "Ce que je maintiens", counts: new(Likes: 5));
        await watch.Plant(site);
        await site.Look();
        await site.Write<BotsDb>(db => db.Posts.ToList().ForEach(p => p.Likes = 500));
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.Look();
        Assert.Equal(3, site.ReadBots(db => db.Findings.Count()));

        await Delete(site, watch, rising.NativeId);

        Assert.Equal([$"post:{other.Seq}:Likes", $"term:{watch.Term.Id}:Likes"], site.ReadBots(db => db.Findings.OrderBy(f => f.Subject).Select(f => f.Subject).ToList()));
        Assert.DoesNotContain(site.ReadBots(db => db.Findings.AsNoTracking().ToList()), f => FindingReason.Of(f).Label == "Ce que je regrette");
        Assert.DoesNotContain($"post:{rising.Seq}", site.ReadBots(db => db.Readings.Select(r => r.Subject).ToList()));
        Assert.Contains($"post:{other.Seq}", site.ReadBots(db => db.Readings.Select(r => r.Subject).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_goes_while_a_turn_is_looking_is_not_brought_back_by_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (watch, target, copies) = await Coordinated(site);
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<BotsDb>();
        scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.preparer";
        var seen = await new ClusterKeeping(db, new()).Look(watch.Watch.Id, site.Clock.GetUtcNow().AddMinutes(1), Ct);
        var post = site.ReadBots(b => b.Posts.AsNoTracking().Single(p => p.NativeId == target));
        db.Add(new FindingReason { Label = post.Text, Growth = 1 }.Finding(watch.Watch.Id, FoundKind.Rise, $"post:{post.Seq}:Likes", site.Clock.GetUtcNow(), site.Clock.GetUtcNow()));
        await Delete(site, watch, target, copies[0]);

        await LostMeanwhile.Drop(db, seen, Ct);
        await db.SaveChangesAsync(Ct);

        var evidence = Evidence(site);
        Assert.NotEmpty(evidence.Top);
        Assert.DoesNotContain(evidence.Top, t => t.What == $"Twitter:{target}");
        Assert.DoesNotContain(watch.Account("a1").Id, Assert.Single(evidence.Copies, c => c.Text.StartsWith("Sortez", StringComparison.Ordinal)).Accounts);
        Assert.Empty(site.ReadBots(b => b.Findings.Where(f => f.Kind == FoundKind.Rise).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_past_its_time_is_in_no_evidence_and_what_was_found_so_long_ago_goes_whole(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Coordinated(site);
        // Collected when it was published, up to four days before the group was last seen: 90 days are kept.
        site.Clock.Advance(TimeSpan.FromDays(87.5));
        await Forget(site);

        var old = site.ReadBots(db => db.Posts.Select(p => p.NativeId).ToList());
        Assert.DoesNotContain("cible-0", old);
        Assert.Contains("cible-7", old);
        var evidence = site.ReadBots(db => db.Clusters.AsNoTracking().Single().Evidence);
        Assert.DoesNotContain("Twitter:cible-0\"", evidence, StringComparison.Ordinal);
        Assert.Contains("Twitter:cible-7", evidence, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromDays(10));
        await Forget(site);
        Assert.Equal((0, 0, 0, 0, 0), site.ReadBots(db => (db.Clusters.Count(), db.Members.Count(), db.Findings.Count(), db.Signs.Count(), db.Accounts.Count())));
    }

    /// <summary>A group with what it repeats and the same text by its five members, found.</summary>
    static async Task<(PlantedWatch Watch, string Target, string[] Copies)> Coordinated(SiteUnderTest site)
    {
        var watch = new PlantedWatch(ChatWorld.Ministry.Id);
        watch.Coordinated(Group);
        string[] copies = [.. Group.Select((member, rank) => watch.Post(member, PlantedWatch.Now.AddHours(-20).AddSeconds(rank * 3), "Sortez tout votre argent des banques avant midi", id: $"copie-{rank}").NativeId)];
        await watch.Plant(site);
        Assert.Equal(1, await site.Look());
        return (watch, "cible-3", copies);
    }

    static KeptEvidence Evidence(SiteUnderTest site) => site.ReadBots(db => KeptEvidence.Of(db.Clusters.AsNoTracking().Single()));

    static async Task Delete(SiteUnderTest site, PlantedWatch watch, params string[] natives)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.preparer";
        await scope.ServiceProvider.GetRequiredService<PostLog>().Append(new IncomingBatch { SourceId = watch.Source.Id, Posts = [], Gone = [.. natives.Select(n => (Network.Twitter, n))] }, Ct);
    }

    static async Task Forget(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<ForgetRound>().Run(isDry: false, Ct);
    }
}
