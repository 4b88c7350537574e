using System.Text.Json;
using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Scoring;

/// <summary>What a score of a watched account rests on: its last profile, and its last collected posts, the latest first.</summary>
public sealed record AccountEvidence(Account Account, IReadOnlyList<Post> Posts)
{
    /// <summary>Most posts that are looked at.</summary>
    public const int MostPosts = 200;

    /// <summary>Null where there is no such account, or it is left out. Rights are the caller's: ask only for accounts that their organisation watches.</summary>
    public static async Task<AccountEvidence?> Of(BotsDb db, Guid accountId, CancellationToken ct)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId && !a.LeftOut, ct);
        if (account is null)
        {
            return null;
        }

        var posts = await db.Posts.AsNoTracking().Where(p => p.AccountId == accountId).OrderByDescending(p => p.At).ThenByDescending(p => p.Seq).Take(MostPosts).ToListAsync(ct);
        return new(ProfileOf(account), [.. posts.Select(p => p.AsPost(account.NativeId))]);
    }

    /// <summary>The profile that was last seen; where none was, what the account is called.</summary>
    public static Account ProfileOf(WatchedAccount account) =>
        (account.Profile is { } profile ? JsonSerializer.Deserialize<Account>(profile) : null) ?? new() { Network = account.Network, Id = account.NativeId, Handle = account.Handle };
}
