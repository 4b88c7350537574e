using System.Globalization;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Clustering;

/// <summary>What would still tell of posts or accounts once they are gone: evidence of groups, findings on a post, its last counts.</summary>
static class Echoes
{
    static readonly HashSet<Guid> Nobody = [];

    /// <summary>Of posts that their authors deleted, before they go. The caller saves, in the transaction that deletes them.</summary>
    public static Task Of(BotsDb db, IReadOnlyCollection<long> seqs, CancellationToken ct) => Quiet(db, db.Posts.Where(p => seqs.Contains(p.Seq)), Nobody, ct);

    /// <summary>Of an account, before its posts go.</summary>
    public static Task Of(BotsDb db, Guid account, CancellationToken ct) => Quiet(db, db.Posts.Where(p => p.AccountId == account), new HashSet<Guid> { account }, ct);

    /// <summary>Of what a watch collected before an instant. What was found so long ago goes whole.</summary>
    public static async Task Before(BotsDb db, Guid watch, DateTimeOffset before, CancellationToken ct)
    {
        db.RemoveRange(await db.Clusters.Where(c => c.WatchId == watch && c.SeenAt < before).ToListAsync(ct));
        db.RemoveRange(await db.Findings.Where(f => f.WatchId == watch && f.At < before).ToListAsync(ct));
        db.RemoveRange(await db.Readings.Where(r => r.WatchId == watch && r.At < before).ToListAsync(ct));
        foreach (var cluster in await db.Clusters.Where(c => c.WatchId == watch && c.SeenAt >= before).ToListAsync(ct))
        {
            var (accounts, names) = Told(KeptEvidence.Of(cluster));
            var natives = names.Select(n => n[(n.IndexOf(':', StringComparison.Ordinal) + 1)..]).ToArray();
            Cut(cluster, await Read(db.Posts.Where(p => p.CollectedAt < before && (accounts.Contains(p.AccountId) || natives.Contains(p.NativeId)) && db.Matches.Any(m => m.WatchId == watch && m.Seq == p.Seq)), ct), Nobody);
        }

        var risen = await db.Findings.Where(f => f.WatchId == watch && f.Kind == FoundKind.Rise && f.At >= before).ToListAsync(ct);
        var seqs = risen.Select(f => SeqOf(f.Subject)).OfType<long>().ToHashSet();
        var old = await db.Posts.Where(p => seqs.Contains(p.Seq) && p.CollectedAt < before).Select(p => p.Seq).ToHashSetAsync(ct);
        db.RemoveRange(risen.Where(f => SeqOf(f.Subject) is { } seq && old.Contains(seq)));
    }

    /// <summary>The post that a finding or a reading is about; null: none.</summary>
    public static long? SeqOf(string subject) =>
        subject.Split(':') is ["post", var seq, ..] && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static void Cut(Cluster cluster, IReadOnlyCollection<GonePost> posts, IReadOnlySet<Guid> accounts)
    {
        if (posts.Count + accounts.Count > 0)
        {
            cluster.Evidence = KeptEvidence.Of(cluster).Without(posts, accounts).ToJson();
        }
    }

    /// <summary>Accounts that evidence names, and posts.</summary>
    public static (HashSet<Guid> Accounts, HashSet<string> Names) Told(KeptEvidence evidence) => (
        evidence.Top.SelectMany(t => t.Shares.Select(s => s.Account)).Concat(evidence.Copies.Concat(evidence.NearCopies).SelectMany(c => c.Accounts)).ToHashSet(),
        evidence.Top.Where(t => t.Trace is Trace.Repost or Trace.Reply).Select(t => t.What).ToHashSet(StringComparer.Ordinal));

    static async Task Quiet(BotsDb db, IQueryable<CollectedPost> going, HashSet<Guid> accounts, CancellationToken ct)
    {
        var posts = await Read(going, ct);
        var seqs = await going.Select(p => p.Seq).ToListAsync(ct);
        var watches = await db.Matches.Where(m => seqs.Contains(m.Seq)).Select(m => m.WatchId).Union(db.AccountMatches.Where(m => accounts.Contains(m.AccountId)).Select(m => m.WatchId)).ToListAsync(ct);
        foreach (var cluster in await db.Clusters.Where(c => watches.Contains(c.WatchId)).ToListAsync(ct))
        {
            Cut(cluster, posts, accounts);
            cluster.Size -= await db.Members.CountAsync(m => m.ClusterId == cluster.Id && accounts.Contains(m.AccountId), ct);
        }

        var about = seqs.Select(s => "post:" + s.ToString(CultureInfo.InvariantCulture)).ToList();
        var rises = about.SelectMany(a => Enum.GetNames<RisingCount>().Select(c => $"{a}:{c}")).ToList();
        db.RemoveRange(await db.Findings.Where(f => rises.Contains(f.Subject)).ToListAsync(ct));
        db.RemoveRange(await db.Readings.Where(r => about.Contains(r.Subject)).ToListAsync(ct));
    }

    static async Task<List<GonePost>> Read(IQueryable<CollectedPost> posts, CancellationToken ct) =>
        (await posts.AsNoTracking().Select(p => new { p.AccountId, p.Network, p.NativeId, p.At, p.Text }).ToListAsync(ct)).ConvertAll(p => new GonePost(p.AccountId, GonePost.NameOf(p.Network, p.NativeId), p.At, p.Text));
}
