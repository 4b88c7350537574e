using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>Writes posts at the end of the log, with the place where their source goes on, in one transaction: a crash loses nothing that was acknowledged and repeats nothing.</summary>
public sealed class PostLog(BotsDb db, TimeProvider clock)
{
    /// <summary>Accounts are parted among so many grains.</summary>
    public const int Partitions = 8;

    /// <exception cref="DbUpdateConcurrencyException">The source was changed, or is run by another node: nothing was written.</exception>
    public Task<KeptPosts> Append(Guid sourceId, IReadOnlyList<IncomingPost> posts, string? cursor, CancellationToken ct) =>
        Append(new() { SourceId = sourceId, Posts = posts, Cursor = cursor }, ct);

    /// <exception cref="DbUpdateConcurrencyException">The source was changed, or is run by another node: nothing was written.</exception>
    public async Task<KeptPosts> Append(IncomingBatch batch, CancellationToken ct)
    {
        var (sourceId, posts, cursor) = (batch.SourceId, batch.Posts, batch.Cursor);
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var source = await db.Sources.SingleAsync(s => s.Id == sourceId, ct);
        var now = clock.GetUtcNow();
        if (batch.Lease is { } lease && !string.Equals(lease, source.LeaseOwner, StringComparison.Ordinal))
        {
            throw new DbUpdateConcurrencyException("Another node runs this source.");
        }

        var kept = 0;
        var repeated = 0;
        var leftOut = 0;
        foreach (var incoming in posts)
        {
            var account = await Author(incoming, now, ct);
            if (account.LeftOut)
            {
                leftOut++;
                continue;
            }

            var post = db.Posts.Local.FirstOrDefault(p => p.Network == incoming.Network && p.NativeId == incoming.Post.Id)
                ?? await db.Posts.SingleOrDefaultAsync(p => p.Network == incoming.Network && p.NativeId == incoming.Post.Id, ct);
            if (post is null)
            {
                db.Posts.Add(post = Row(incoming, account, now));
                account.Posts++;
                kept++;
                await db.SaveChangesAsync(ct);
            }
            else
            {
                repeated++;
            }

            if (await db.Matches.FindAsync([source.WatchId, post.Seq], ct) is null)
            {
                db.Matches.Add(new() { WatchId = source.WatchId, Seq = post.Seq, TermId = incoming.TermId, SourceId = source.Id });
            }

            if (await db.AccountMatches.FindAsync([source.WatchId, account.Id], ct) is null)
            {
                db.AccountMatches.Add(new() { WatchId = source.WatchId, AccountId = account.Id, FirstAt = now });
            }
        }

        (source.Cursor, source.CursorAt) = (cursor ?? source.Cursor, now);
        source.Read += batch.Read ?? posts.Count;
        source.Broken += batch.Broken;
        source.Spent += batch.Spent;
        source.Kept += kept;
        source.Repeated += repeated;
        source.Version++;
        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        return new(kept, repeated, leftOut);
    }

    async Task<WatchedAccount> Author(IncomingPost incoming, DateTimeOffset now, CancellationToken ct)
    {
        var native = incoming.Post.AccountId;
        var account = db.Accounts.Local.FirstOrDefault(a => a.Network == incoming.Network && a.NativeId == native)
            ?? await db.Accounts.SingleOrDefaultAsync(a => a.Network == incoming.Network && a.NativeId == native, ct);
        if (account is null)
        {
            db.Accounts.Add(account = new() { Id = Guid.CreateVersion7(now), Network = incoming.Network, NativeId = native, FirstSeenAt = now, LastSeenAt = now });
        }

        account.LastSeenAt = now;
        account.Matched = true;
        if (incoming.Author is { } profile)
        {
            (account.Handle, account.Profile, account.ProfileAt) = (profile.Handle ?? account.Handle, JsonSerializer.Serialize(profile), now);
            account.LeftOut |= incoming.AuthorLeftOut;
        }

        return account;
    }

    static CollectedPost Row(IncomingPost incoming, WatchedAccount account, DateTimeOffset now)
    {
        var post = incoming.Post;
        return new()
        {
            Network = incoming.Network,
            NativeId = post.Id,
            AccountId = account.Id,
            Kind = post.RepostOf is not null ? PostKind.Repost : post.QuoteOf is not null ? PostKind.Quote : post.ReplyTo is not null ? PostKind.Reply : PostKind.Post,
            At = post.CreatedAt,
            CollectedAt = now,
            Text = post.Text,
            Language = post.Language,
            TargetId = post.RepostOf ?? post.QuoteOf ?? post.ReplyTo,
            ReplyTo = post.ReplyTo,
            Program = post.Source,
            Links = post.Urls is { } urls ? JsonSerializer.Serialize(urls.Select(CanonicalUrl.Of).OfType<string>()) : null,
            Hashtags = JsonSerializer.Serialize((incoming.Hashtags ?? Beffroi.Detection.Hashtags.Of(post.Text ?? "")).Select(h => TermKey.Of(TermKind.Hashtag, h)).OfType<string>()),
            Media = post.MediaHashes is { } media ? JsonSerializer.Serialize(media) : null,
            Likes = incoming.Counts.Likes,
            Reposts = incoming.Counts.Reposts,
            Quotes = incoming.Counts.Quotes,
            Replies = incoming.Counts.Replies,
            Partition = PartitionOf(account.Id),
        };
    }

    public static int PartitionOf(Guid account) => account.ToByteArray()[^1] % Partitions;
}
