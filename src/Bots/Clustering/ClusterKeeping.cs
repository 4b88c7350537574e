using Beffroi.Bots.Alerting;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Clustering;

/// <summary>Puts the groups of today beside those of yesterday: the same group keeps its address, a new one is told, one that is no longer found is said to be gone.</summary>
sealed class ClusterKeeping(BotsDb db, RoundSettings settings)
{
    /// <summary>A group that is gone may come back as itself for so long.</summary>
    static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    /// <returns>The posts that were looked at.</returns>
    public async Task<IReadOnlyList<Post>> Look(Guid watch, DateTimeOffset now, CancellationToken ct)
    {
        var latest = await db.Matches.Where(m => m.WatchId == watch).Join(db.Posts, m => m.Seq, p => p.Seq, (_, p) => p.At).Where(at => at <= now).OrderByDescending(at => at).Select(at => (DateTimeOffset?)at).FirstOrDefaultAsync(ct);
        var posts = latest is { } until ? await Posts(watch, until, ct) : [];
        var groups = CoordinatedGroups.Of(posts);
        var oldest = now - Remembered;
        var known = await db.Clusters.Where(c => c.WatchId == watch && (c.GoneAt == null || c.GoneAt >= oldest)).ToListAsync(ct);
        var ids = known.ConvertAll(c => c.Id);
        var members = (await db.Members.Where(m => ids.Contains(m.ClusterId)).ToListAsync(ct)).ToLookup(m => m.ClusterId);
        var matched = ClusterIdentity.Match(
            [.. known.Select(c => (c.Id, (IReadOnlySet<Guid>)members[c.Id].Select(m => m.AccountId).ToHashSet()))],
            [.. groups.Select(g => (IReadOnlySet<Guid>)g.Members.Select(m => m.Account).ToHashSet())]);
        foreach (var (at, group) in groups.Index())
        {
            var cluster = known.Find(c => c.Id == matched[at]) ?? New(watch, group, now);
            (cluster.SeenAt, cluster.GoneAt, cluster.Size, cluster.Score, cluster.Evidence) = (now, null, group.Members.Count, group.Score, group.Evidence.ToJson());
            Replace(cluster.Id, members[cluster.Id], group.Members);
        }

        foreach (var gone in known.Where(c => c.GoneAt is null && !matched.Contains(c.Id)))
        {
            gone.GoneAt = now;
        }

        return posts;
    }

    async Task<IReadOnlyList<Post>> Posts(Guid watch, DateTimeOffset until, CancellationToken ct)
    {
        var posts = await WatchPosts.In(db, watch, until.AddDays(-settings.Days), until.AddTicks(1), settings.MostPosts, ct);
        return posts.ConvertAll(p => p.AsPost());
    }

    Cluster New(Guid watch, FoundGroup group, DateTimeOffset now)
    {
        var cluster = new Cluster { Id = Guid.CreateVersion7(now), WatchId = watch, FoundAt = now, SeenAt = now, Size = group.Members.Count, Score = group.Score, Evidence = "" };
        db.Add(cluster);
        db.Add(FindingReason.NewCluster(group).Finding(watch, FoundKind.NewCluster, $"cluster:{cluster.Id}", now, now));
        return cluster;
    }

    void Replace(Guid cluster, IEnumerable<ClusterMember> before, IReadOnlyList<(Guid Account, ClusterRole Role)> after)
    {
        var old = before.ToDictionary(m => m.AccountId);
        foreach (var (account, role) in after)
        {
            if (old.Remove(account, out var kept))
            {
                kept.Role = role.ToString();
            }
            else
            {
                db.Add(new ClusterMember { ClusterId = cluster, AccountId = account, Role = role.ToString() });
            }
        }

        db.RemoveRange(old.Values);
    }
}
