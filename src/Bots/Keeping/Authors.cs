using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Keeping;

/// <summary>The authors of a batch, as they will be after it.</summary>
sealed class Authors
{
    public const string Columns = """bots_accounts ("Id", "Network", "NativeId", "Handle", "Profile", "ProfileAt", "FirstSeenAt", "LastSeenAt", "Matched", "LeftOut", "Posts", "ToScore")""";

    // What is not said of an account is not unsaid by it: a source without profiles leaves the profile.
    const string Known = """
        ON CONFLICT ("Id") DO UPDATE SET "Handle" = COALESCE(excluded."Handle", bots_accounts."Handle"), "Profile" = COALESCE(excluded."Profile", bots_accounts."Profile"),
        "ProfileAt" = COALESCE(excluded."ProfileAt", bots_accounts."ProfileAt"), "LastSeenAt" = excluded."LastSeenAt", "Matched" = bots_accounts."Matched" OR excluded."Matched",
        "LeftOut" = bots_accounts."LeftOut" OR excluded."LeftOut", "Posts" = bots_accounts."Posts" + excluded."Posts", "ToScore" = bots_accounts."ToScore" OR excluded."ToScore"
        """;

    readonly Dictionary<(Network, string), Author> _all = [];

    public Author this[(Network, string) key] => _all[key];

    public IEnumerable<Author> All => _all.Values;

    public static async Task<Authors> Of(BotsDb db, IReadOnlyList<PostRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var authors = new Authors();
        foreach (var network in rows.GroupBy(r => r.Incoming.Network, r => r.Incoming.Post.AccountId))
        {
            var natives = network.Distinct(StringComparer.Ordinal).ToArray();
            foreach (var (key, author) in (await Kept(db, network.Key, natives, ct))._all)
            {
                authors._all.Add(key, author);
            }

            foreach (var native in natives.Where(n => !authors._all.ContainsKey((network.Key, n))))
            {
                authors._all.Add((network.Key, native), new() { Id = Guid.CreateVersion7(now), Network = network.Key, NativeId = native, WasLeftOut = false, IsNew = true });
            }
        }

        foreach (var row in rows)
        {
            authors[row.Author].Meet(row.Incoming);
        }

        return authors;
    }

    /// <summary>Authors that are kept already, by their identifier on the network.</summary>
    public static async Task<Authors> Kept(BotsDb db, Network network, IReadOnlyCollection<string> natives, CancellationToken ct)
    {
        var authors = new Authors();
        foreach (var author in await db.Accounts.AsNoTracking().Where(a => a.Network == network && natives.Contains(a.NativeId))
            .Select(a => new Author { Id = a.Id, Network = a.Network, NativeId = a.NativeId, WasLeftOut = a.LeftOut, Profile = a.Profile, IsNew = false }).ToListAsync(ct))
        {
            authors._all.Add((author.Network, author.NativeId), author);
        }

        return authors;
    }

    // In the order of the fold that scores them: two that lock rows in one order never wait for each other in a ring.
    public Task Write(Sql sql, DateTimeOffset now, CancellationToken ct) => sql.Insert(Columns, [.. All.Where(a => a.IsNew || !a.WasLeftOut).OrderBy(a => a.Id).Select(a => a.Values(now))], Known, ct);
}

sealed class Author
{
    public required Guid Id { get; init; }
    public required Network Network { get; init; }
    public required string NativeId { get; init; }
    public required bool IsNew { get; init; }
    public required bool WasLeftOut { get; init; }

    /// <summary>As it is in the table.</summary>
    public string? Profile { get; init; }

    /// <summary>As the batch shows it last; null: it does not.</summary>
    public Account? Seen { get; private set; }
    public bool LeftOut { get; private set; }

    /// <summary>Posts that are new.</summary>
    public int Posts { get; set; }

    public void Meet(IncomingPost post)
    {
        LeftOut |= WasLeftOut || post.AuthorLeftOut || post.Author?.Protected == true;
        Seen = post.Author is { } profile && !(profile.ObservedAt < Seen?.ObservedAt) ? profile : Seen;
    }

    /// <summary>As its network shows it now, without a post.</summary>
    public void Meet(Account profile) => (LeftOut, Seen) = (WasLeftOut || Screening.LeavesOut(profile), profile);

    /// <summary>Whether the profile says something else than what is kept, the moment of the look apart.</summary>
    public bool Changed => _changed ??= Seen is not null && (Profile is null || (JsonSerializer.Deserialize<Account>(Profile) is { } kept && !Seen.Equals(kept with { ObservedAt = Seen.ObservedAt }) && !(Seen.ObservedAt < kept.ObservedAt)));

    bool? _changed;

    public object?[] Values(DateTimeOffset now)
    {
        var seen = LeftOut || !Changed ? null : Seen;
        return
        [
            Id, Network, NativeId, PostRow.Plain(seen?.Handle, WatchedAccount.NameMaxLength), seen is null ? null : JsonSerializer.Serialize(seen), seen is null ? null : seen.ObservedAt ?? now,
            now, now, !LeftOut, LeftOut, Posts, !LeftOut && Changed && Posts == 0,
        ];
    }
}
