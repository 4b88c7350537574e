using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Clustering;

/// <summary>What went while a turn was looking: what it found does not bring it back.</summary>
static class LostMeanwhile
{
    /// <summary>The log is held: nothing goes from here until the caller's transaction is over.</summary>
    /// <param name="db">With what the turn found, not saved yet.</param>
    /// <param name="seen">Posts that the turn looked at.</param>
    public static async Task Drop(BotsDb db, IReadOnlyList<Post> seen, CancellationToken ct)
    {
        Cluster[] clusters = [.. db.ChangeTracker.Entries<Cluster>().Where(e => e.State is EntityState.Added or EntityState.Modified).Select(e => e.Entity)];
        foreach (var cluster in clusters.Where(c => c.GoneAt is null))
        {
            var (accounts, names) = Echoes.Told(KeptEvidence.Of(cluster));
            var keys = accounts.Select(WatchPost.Key).ToHashSet(StringComparer.Ordinal);
            var told = seen.Where(p => keys.Contains(p.AccountId) || names.Contains(p.Id)).ToList();
            var left = await Left(db, told, ct);
            Echoes.Cut(cluster, [.. told.Where(p => !left.Contains(p.Id)).Select(p => new GonePost(WatchPost.AccountOf(p.AccountId), p.Id, p.CreatedAt, p.Text))], new HashSet<Guid>());
        }

        var members = db.ChangeTracker.Entries<ClusterMember>().Where(e => e.State == EntityState.Added).ToDictionary(e => (e.Entity.ClusterId, e.Entity.AccountId));
        var ids = members.Keys.Select(m => m.AccountId).ToHashSet();
        var open = await db.Accounts.Where(a => ids.Contains(a.Id) && !a.LeftOut).Select(a => a.Id).ToHashSetAsync(ct);
        foreach (var member in members.Values.Where(m => !open.Contains(m.Entity.AccountId)))
        {
            member.State = EntityState.Detached;
            Array.Find(clusters, c => c.Id == member.Entity.ClusterId)!.Size--;
        }

        var about = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => (Entry: e, Seq: Echoes.SeqOf((e.Entity as Finding)?.Subject ?? (e.Entity as CountReading)?.Subject ?? ""))).Where(e => e.Seq is not null).ToList();
        var seqs = about.ConvertAll(a => a.Seq!.Value);
        var kept = await db.Posts.Where(p => seqs.Contains(p.Seq)).Select(p => p.Seq).ToHashSetAsync(ct);
        about.Where(a => !kept.Contains(a.Seq!.Value)).ToList().ForEach(a => a.Entry.State = EntityState.Detached);
    }

    static async Task<HashSet<string>> Left(BotsDb db, List<Post> posts, CancellationToken ct)
    {
        var natives = posts.ConvertAll(p => p.Id[(p.Id.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return (await db.Posts.Where(p => natives.Contains(p.NativeId)).Select(p => new { p.Network, p.NativeId }).ToListAsync(ct)).Select(p => GonePost.NameOf(p.Network, p.NativeId)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Holds the log for the rest of the transaction.</summary>
    public static async Task Hold(BotsDb db, DateTimeOffset now, CancellationToken ct)
    {
        await using var sql = new Sql(db);
        await LogHead.Hold(sql, now, ct);
    }
}
