using System.Runtime.CompilerServices;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.AccountList;

/// <summary>The same list as a file, whole, read a page at a time.</summary>
static class AccountFile
{
    const int Most = 100_000;
    const int PageSize = 500;

    public static readonly IReadOnlyList<string> Columns =
    [
        "network", "native_id", "handle", "display_name", "created_at", "followers", "following", "published", "collected", "probability", "low", "high", "class", "doubt", "assumed_share", "signs", "first_seen", "last_seen", "page",
    ];

    public static async IAsyncEnumerable<IReadOnlyList<object?>> Rows(IQueryable<WatchedAccount> accounts, BotsDb db, AtWork at, string root, [EnumeratorCancellation] CancellationToken ct)
    {
        var last = Guid.Empty;
        for (var read = 0; read < Most; read += PageSize)
        {
            var rows = await accounts.Where(a => a.Id > last).OrderBy(a => a.Id).Take(PageSize).ToListAsync(ct);
            foreach (var row in await ListAccounts.Listed(rows, db, at, ct))
            {
                yield return
                [
                    row.Row.Network.ToString(), row.Row.NativeId, row.Row.Handle, row.Profile.DisplayName, row.Profile.CreatedAt, row.Profile.Followers, row.Profile.Following, row.Profile.Posts, row.Row.Posts,
                    row.Score?.Probability, row.Score?.Low, row.Score?.High, row.Score?.Class.ToString(), row.Score?.Doubt.ToString(), row.Score?.Share, string.Join(' ', row.Signs), row.Row.FirstSeenAt, row.Row.LastSeenAt,
                    root + Addresses.Account(Lang.French, row.Row.Id),
                ];
            }

            if (rows.Count < PageSize)
            {
                yield break;
            }

            last = rows[^1].Id;
        }
    }
}
