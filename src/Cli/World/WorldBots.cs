using System.Globalization;
using Beffroi.Accounts;
using Beffroi.Bots;
using Beffroi.Bots.Clustering;
using Beffroi.Bots.Exploring;
using Beffroi.Bots.Keeping;
using Beffroi.Detection;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Account = Beffroi.Detection.Account;

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

    /// <summary>A list of three accounts that the ministry asked about, answered.</summary>
    public static readonly Guid Batch = Id(0x81);

    /// <summary>From one of those that publish together to those who repeat the same posts.</summary>
    public static readonly Guid Exploration = Id(0x71);

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
        db.AddRange(profiles.Select(WorldBotAccounts.Row));
        await db.SaveChangesAsync(ct);
        var told = WorldBotPosts.All(now, profiles);
        await Collect(db, told, profiles, now, ct);
        WorldFindings.Add(db, told, profiles, people, now);
        await db.SaveChangesAsync(ct);
        await Explore(db, people, now, ct);
        return true;
    }

    /// <summary>The turn that a site takes by itself once it has posts, so that who opens it at once reads what is computed from them.</summary>
    public static async Task Look(BotsDb db, DateTimeOffset now, CancellationToken ct)
    {
        var rounds = new WatchRounds(db, new(), new Stopped(now), new Actor());
        while (await rounds.NextRound(ct))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>Gone through as any other: what it found is what was collected.</summary>
    static async Task Explore(BotsDb db, WorldAnalysts people, DateTimeOffset now, CancellationToken ct)
    {
        var seed = await db.Accounts.Where(a => a.Id == Account(0)).Select(a => new { a.Network, a.Handle }).SingleAsync(ct);
        var rules = new ExplorationRules { Seeds = [seed.Handle!], Way = ExplorationWay.CoSharers, Dormant = null, MostDepth = 2 };
        db.Add(new Exploration { Id = Exploration, WatchId = Watch, Network = seed.Network, Name = "Qui reprend les mêmes messages que Marée Info", Rules = rules.ToJson(), State = ExplorationState.Running, CreatedAt = now.AddHours(-5), CreatedBy = people.Nadia });
        await db.SaveChangesAsync(ct);
        var step = new ExplorationStep(db, new(), new Stopped(now.AddHours(-4)), _ => null);
        while (await step.Go(Exploration, ct))
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>By the door that sources take, so that everything computed from posts sees them.</summary>
    static async Task Collect(BotsDb db, List<(int Account, Post Post, string Tag)> told, List<Account> profiles, DateTimeOffset now, CancellationToken ct)
    {
        var log = new PostLog(db, new Stopped(now), new LogBell());
        await log.Append(Jetstream, [.. told.Where(p => profiles[p.Account].Network == Network.Bluesky).Select(p => Incoming(p, TermOf(p)))], "1764000000000000", ct);
        await log.Append(Upload, [.. told.Where(p => profiles[p.Account].Network != Network.Bluesky).Select(p => Incoming(p, TermOf(p)))], null, ct);
        await log.Append(OtherUpload, [.. told.Where(p => p.Account < WorldBotAccounts.Together).Select(p => Incoming(p, WorldMandates.OtherHashtag))], null, ct);

        IncomingPost Incoming((int Account, Post Post, string Tag) p, Guid term) => new()
        {
            Network = profiles[p.Account].Network, Post = p.Post, Author = profiles[p.Account], TermId = term,
            Counts = new(told.Count(o => string.Equals(o.Post.RepostOf, p.Post.Id, StringComparison.Ordinal)) * 2, told.Count(o => string.Equals(o.Post.RepostOf, p.Post.Id, StringComparison.Ordinal)), told.Count(o => string.Equals(o.Post.QuoteOf, p.Post.Id, StringComparison.Ordinal)), told.Count(o => string.Equals(o.Post.ReplyTo, p.Post.Id, StringComparison.Ordinal))),
            Hashtags = p.Tag.Length > 0 ? [p.Tag, .. Hashtags.Of(p.Post.Text ?? "")] : null,
        };

        static Guid TermOf((int Account, Post Post, string Tag) p) => p.Account < WorldBotAccounts.Together && p.Post.Urls is not null ? WorldMandates.Link : p.Tag.Length > 0 ? WorldMandates.Hashtag : WorldMandates.Words;
    }

    sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    internal static Guid Id(int n) => new(string.Create(CultureInfo.InvariantCulture, $"b0750000-0000-7000-8000-00000000{n:x4}"));
}

/// <summary>Accounts of the people who work with the detector: two of the ministry, two of the observatory.</summary>
sealed record WorldAnalysts(Guid Camille, Guid Nadia, Guid Paul, Guid Hugo);
