using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Clustering;

/// <summary>A post of a watch as it is looked at: never followed by the context, never with another watch's posts.</summary>
/// <param name="TermId">The term that it matched; null for none.</param>
public sealed record WatchPost(CollectedPost Row, Guid? TermId)
{
    /// <summary>As Detection reads it. Its account is our own identifier; its number says its network, since two networks may give the same one.</summary>
    public Post AsPost() => new()
    {
        Id = Named(Row.NativeId)!,
        AccountId = Key(Row.AccountId),
        CreatedAt = Row.At,
        Text = Row.Text,
        Language = Row.Language,
        RepostOf = Row.Kind == PostKind.Repost ? Named(Row.TargetId) : null,
        QuoteOf = Row.Kind == PostKind.Quote ? Named(Row.TargetId) : null,
        ReplyTo = Named(Row.ReplyTo),
        Source = Row.Program,
        Urls = List(Row.Links),
        MediaHashes = List(Row.Media),
    };

    public static string Key(Guid account) => account.ToString("N");

    public static Guid AccountOf(string key) => Guid.ParseExact(key, "N");

    public static IReadOnlyList<string>? List(string? json) => json is null ? null : JsonSerializer.Deserialize<string[]>(json);

    string? Named(string? id) => string.IsNullOrEmpty(id) ? null : $"{Row.Network}:{id}";
}

/// <summary>The posts of a watch over a period.</summary>
static class WatchPosts
{
    /// <summary>The latest posts published from <paramref name="from"/> and before <paramref name="to"/>, at most <paramref name="most"/>, in the order of the log.</summary>
    public static async Task<List<WatchPost>> In(BotsDb db, Guid watch, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken ct)
    {
        var rows = await db.Matches.AsNoTracking().Where(m => m.WatchId == watch)
            .Join(db.Posts.AsNoTracking(), m => m.Seq, p => p.Seq, (m, p) => new { m.TermId, Post = p })
            .Where(r => r.Post.At >= from && r.Post.At < to)
            .OrderByDescending(r => r.Post.Seq).Take(most).ToListAsync(ct);
        rows.Reverse();
        return [.. rows.Select(r => new WatchPost(r.Post, r.TermId))];
    }
}
