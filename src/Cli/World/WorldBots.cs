using System.Globalization;
using System.Text.Json;
using Beffroi.Accounts;
using Beffroi.Bots;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Cli.World;

/// <summary>The detector of two organisations of the demonstration: what the ministry watches, an observatory that watches the same rumour, sixty invented accounts and a week of their posts.</summary>
public static class WorldBots
{
    /// <summary>Of the ministry, in force for eleven months.</summary>
    public static readonly Guid Mandate = Id(1);

    /// <summary>Of the observatory, which ends within ten days.</summary>
    public static readonly Guid OtherMandate = Id(2);

    /// <summary>Of the ministry, over since yesterday: it has a watch that collects no more.</summary>
    public static readonly Guid PastMandate = Id(3);

    /// <summary>Of the ministry: all accounts and posts are in it.</summary>
    public static readonly Guid Watch = Id(0x11);

    /// <summary>Of the observatory: the accounts that publish together, and the waves.</summary>
    public static readonly Guid OtherWatch = Id(0x12);

    /// <summary>Of the ministry, under the mandate that is over: empty.</summary>
    public static readonly Guid PastWatch = Id(0x13);

    public static readonly Guid Jetstream = Id(0x21);
    public static readonly Guid Upload = Id(0x22);

    /// <summary>In trouble.</summary>
    public static readonly Guid Mastodon = Id(0x23);
    public static readonly Guid OtherUpload = Id(0x24);
    public static readonly Guid Cluster = Id(0x31);
    public static readonly Guid NewCluster = Id(0x41);
    public static readonly Guid Burst = Id(0x42);
    public static readonly Guid Contest = Id(0x51);
    public static readonly Guid Key = Id(0x61);

    /// <summary>The accounts that publish together are the first <c>24</c> of <c>60</c>.</summary>
    public static Guid Account(int n) => new(string.Create(CultureInfo.InvariantCulture, $"b0750000-0000-7000-8000-0001000000{n:x2}"));

    /// <summary>Labelled "automated" by one of the ministry and one of the observatory.</summary>
    public const int Confirmed = 1;

    /// <summary>The two said the contrary of each other.</summary>
    public const int Disputed = 2;

    /// <summary>One label, of the ministry.</summary>
    public const int HalfReviewed = 3;

    /// <summary>Its owner says that it is no robot.</summary>
    public const int Contested = 30;

    /// <summary>Plants it where there is no mandate, once the people and the organisations of the world are there; true when it did.</summary>
    public static async Task<bool> Plant(BotsDb db, AccountsDb accounts, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Mandates.AnyAsync(ct))
        {
            return false;
        }

        var emails = People.All.Select(p => p.Email).ToList();
        var ids = await accounts.Users.Where(a => emails.Contains(a.Email!)).ToDictionaryAsync(a => a.Email!, a => a.Id, StringComparer.Ordinal, ct);
        var people = new WorldAnalysts(ids[People.Camille.Email], ids[People.Nadia.Email], ids[People.Paul.Email], ids[People.Hugo.Email]);
        db.AddRange(WorldMandates.All(people, now));
        var profiles = Enumerable.Range(0, WorldBotAccounts.All).Select(n => WorldBotAccounts.Profile(n, now)).ToList();
        var told = WorldBotPosts.All(now, profiles);
        await db.SaveChangesAsync(ct);

        var rows = Collected(told, profiles, now, db);
        await db.SaveChangesAsync(ct);
        Match(db, told, rows, now);
        WorldFindings.Add(db, told, rows, profiles, people, now);
        await db.SaveChangesAsync(ct);
        return true;
    }

    static List<CollectedPost> Collected(List<(int Account, Post Post, string Tag)> told, List<Account> profiles, DateTimeOffset now, BotsDb db)
    {
        foreach (var posts in told.GroupBy(p => p.Account))
        {
            db.Add(WorldBotAccounts.Row(posts.Key, profiles[posts.Key], posts.Min(p => p.Post.CreatedAt), now, posts.Count()));
        }

        var reposts = told.Where(p => p.Post.RepostOf is not null).CountBy(p => p.Post.RepostOf!, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var rows = told.ConvertAll(p => Row(p.Account, p.Post, p.Tag, profiles[p.Account].Network, reposts.GetValueOrDefault(p.Post.Id)));
        db.AddRange(rows);
        return rows;
    }

    static CollectedPost Row(int account, Post post, string tag, Network network, int reposts) => new()
    {
        Network = network, NativeId = post.Id, AccountId = Account(account), At = post.CreatedAt, CollectedAt = post.CreatedAt.AddSeconds(3), Text = post.Text, Language = post.Language,
        Kind = post.RepostOf is not null ? PostKind.Repost : post.QuoteOf is not null ? PostKind.Quote : post.ReplyTo is not null ? PostKind.Reply : PostKind.Post,
        TargetId = post.RepostOf ?? post.QuoteOf ?? post.ReplyTo, ReplyTo = post.ReplyTo, Program = post.Source, Partition = WorldBotAccounts.Partition(account),
        Links = post.Urls is { } urls ? JsonSerializer.Serialize(urls.Select(CanonicalUrl.Of).OfType<string>()) : null,
        Hashtags = JsonSerializer.Serialize(Hashtags.Of(post.Text ?? "").Append(tag).Select(h => TermKey.Of(TermKind.Hashtag, h)).OfType<string>().Distinct(StringComparer.Ordinal)),
        Reposts = reposts, Likes = reposts / 3, Quotes = 0, Replies = 0,
    };

    static void Match(BotsDb db, List<(int Account, Post Post, string Tag)> told, List<CollectedPost> rows, DateTimeOffset now)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            var term = told[i].Post.Urls is [var url, ..] && url.Contains("port-imaginaire", StringComparison.Ordinal) ? WorldMandates.Link : told[i].Tag.Length > 0 ? WorldMandates.Hashtag : WorldMandates.Words;
            db.Add(new PostMatch { WatchId = Watch, Seq = rows[i].Seq, TermId = term, SourceId = rows[i].Network == Network.Bluesky ? Jetstream : Upload });
            if (told[i].Account < WorldBotAccounts.Together)
            {
                db.Add(new PostMatch { WatchId = OtherWatch, Seq = rows[i].Seq, TermId = WorldMandates.OtherHashtag, SourceId = OtherUpload });
            }
        }

        foreach (var account in told.Select(p => p.Account).Distinct().Order())
        {
            db.Add(new AccountMatch { WatchId = Watch, AccountId = Account(account), FirstAt = now.AddDays(-6) });
            if (account < WorldBotAccounts.Together)
            {
                db.Add(new AccountMatch { WatchId = OtherWatch, AccountId = Account(account), FirstAt = now.AddDays(-4) });
            }
        }
    }

    internal static Guid Id(int n) => new(string.Create(CultureInfo.InvariantCulture, $"b0750000-0000-7000-8000-00000000{n:x4}"));
}

/// <summary>Accounts of the people who work with the detector: two of the ministry, two of the observatory.</summary>
sealed record WorldAnalysts(Guid Camille, Guid Nadia, Guid Paul, Guid Hugo);
