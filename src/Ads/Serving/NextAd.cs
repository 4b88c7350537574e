using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Ads;

/// <summary>
/// Which ad a browser is shown: the sooner wanted, then the fewest answers, then chance; never one that it answered or passed. It is kept for the browser for some minutes, so that no more
/// people read it than answers are wanted: one statement finds a group with room and takes a place in it. A browser that has not brought its cookie back yet is shown one that is kept for
/// nobody, drawn among the first (docs/adr/0028).
/// </summary>
public sealed class NextAd(AdsDb db, AnsweringSettings settings, TimeProvider clock)
{
    /// <summary>Among so many is a first ad drawn: people who come together are not all shown the same.</summary>
    const int Drawn = 32;

    // Another browser may take the place between the two statements, as often as there are others.
    const int MostTries = 1000;

    const string Wanted = """
        g."Country" = {0} AND g."State" = {1}
          AND ({3} OR (g."Answers" + g."Promised" < g."Wanted"
            AND (SELECT COUNT(*) FROM ads_answers n WHERE n."GroupId" = g."Id" AND n."Network" = {4} AND n."RemovalId" IS NULL)
              + (SELECT COUNT(*) FROM ads_holds o WHERE o."GroupId" = g."Id" AND o."Network" = {4}) < {5}))
          AND NOT EXISTS (SELECT 1 FROM ads_answers a WHERE a."GroupId" = g."Id" AND a."Voter" = {2})
          AND NOT EXISTS (SELECT 1 FROM ads_holds h WHERE h."GroupId" = g."Id" AND h."Voter" = {2})
          AND EXISTS (SELECT 1 FROM ads_ads s WHERE s."Id" = g."ShownAdId" AND s."HiddenAt" IS NULL)
        """;

    const string Order = """ ORDER BY g."Rank", g."Answers", g."Shuffle" """;
    const string List = """SELECT g."Id", g."ShownAdId", g."Rank" FROM ads_groups g WHERE """ + Wanted + Order + " LIMIT ";
    const string Take = """UPDATE ads_groups SET "Promised" = "Promised" + 1 WHERE "Id" = (SELECT g."Id" FROM ads_groups g WHERE """ + Wanted;
    const string End = """) RETURNING "Id", "ShownAdId", "Rank" """;

    // Passes over a group that somebody else is taking; one that was just taken is looked at again.
    const string PassingOver = " FOR UPDATE OF g SKIP LOCKED";
    const string TakeFirst = Take + Order + " LIMIT 1" + PassingOver + End;

    string TakeOne => Take + """ AND g."Id" = {6}""" + (IsSqlite ? "" : PassingOver) + End;

    bool IsSqlite => db.Database.ProviderName?.EndsWith("Sqlite", StringComparison.Ordinal) == true;

    /// <summary>The ad to show; null when nothing more is asked of this browser.</summary>
    /// <param name="network">Pseudonym of its network for the day.</param>
    /// <param name="keeps">Its cookie came back: a place is kept for it.</param>
    public async Task<Guid?> For(string voter, string? network, bool keeps, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await Kept(voter, now, ct) is { } kept)
        {
            return kept;
        }

        var seen = await db.Holds.CountAsync(h => h.Voter == voter, ct) + await db.Answers.CountAsync(a => a.Voter == voter, ct);
        var asks = new Asking(voter, network, First: seen == 0, keeps && (network is null || await db.Holds.CountAsync(h => h.Network == network && h.Open, ct) < settings.HoldsPerNetwork));
        var known = IsKnownTurn(voter, seen, settings.GoldPercent);
        return await Chosen(asks, known, now, ct) ?? await Chosen(asks, !known, now, ct);
    }

    /// <summary>What it was shown and has not answered.</summary>
    async Task<Guid?> Kept(string voter, DateTimeOffset now, CancellationToken ct)
    {
        var held = await db.Holds.AsNoTracking().Where(h => h.Voter == voter && h.Open && h.Until > now)
            .Join(db.Groups.Where(g => g.State == GroupState.Open || g.State == GroupState.Gold), h => h.GroupId, g => g.Id, (h, g) => new { h.GroupId, h.Until, g.ShownAdId })
            .Where(h => db.Ads.Any(a => a.Id == h.ShownAdId && a.HiddenAt == null))
            .OrderByDescending(h => h.Until).FirstOrDefaultAsync(ct);
        if (held is null)
        {
            return null;
        }

        if (held.Until < now.AddMinutes(settings.HoldMinutes / 2.0))
        {
            var until = db.Stored(now.AddMinutes(settings.HoldMinutes));
            await db.Database.ExecuteSqlRawAsync("""UPDATE ads_holds SET "Until" = {0} WHERE "GroupId" = {1} AND "Voter" = {2}""", [until, held.GroupId, voter], ct);
        }

        return held.ShownAdId;
    }

    async Task<Guid?> Chosen(Asking asks, bool known, DateTimeOffset now, CancellationToken ct)
    {
        // The same is drawn again when the cookie has come back: the ad does not change under the reader.
        if (!asks.Keeps || asks.First)
        {
            var first = await Listed(asks, known, Drawn, ct);
            var alike = first.TakeWhile(g => g.Rank == first[0].Rank).ToList();
            var drawn = alike.Count == 0 ? null : alike[(int)(Number(asks.Voter, -1) % alike.Count)];
            if (!asks.Keeps || drawn is null)
            {
                return drawn?.ShownAdId;
            }

            if (await Taken(TakeOne, asks, known, drawn.Id, now, ct) is { } taken)
            {
                return taken;
            }
        }

        if (!IsSqlite)
        {
            return await Taken(TakeFirst, asks, known, Guid.Empty, now, ct);
        }

        // There is one writer at a time here: what is long to find is found before it is our turn.
        for (var turn = 0; turn < MostTries && await Listed(asks, known, 1, ct) is [var next]; turn++)
        {
            if (await Taken(TakeOne, asks, known, next.Id, now, ct) is { } taken)
            {
                return taken;
            }
        }

        return null;
    }

    Task<List<FoundGroup>> Listed(Asking asks, bool known, int most, CancellationToken ct) =>
        db.Database.SqlQueryRaw<FoundGroup>(List + "{6}", Values(asks, known, most)).ToListAsync(ct);

    async Task<Guid?> Taken(string take, Asking asks, bool known, Guid group, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Database.SqlQueryRaw<FoundGroup>(take, Values(asks, known, group)).ToListAsync(ct) is not [var taken])
        {
            return null;
        }

        var held = await db.Database.ExecuteSqlRawAsync("""INSERT INTO ads_holds ("GroupId", "Voter", "Until", "Open", "Network") VALUES ({0}, {1}, {2}, {3}, {4}) ON CONFLICT DO NOTHING""", [taken.Id, asks.Voter, db.Stored(now.AddMinutes(settings.HoldMinutes)), true, asks.Network!], ct);
        if (held > 0)
        {
            await transaction.CommitAsync(ct);
        }

        // Otherwise the same browser opened two pages at once: both show it, and one place is kept.
        return taken.ShownAdId;
    }

    object[] Values(Asking asks, bool known, object last) =>
        [settings.Country, (known ? GroupState.Gold : GroupState.Open).ToString(), asks.Voter, known, asks.Network ?? "", settings.AnswersPerNetwork, last];

    /// <summary>Follows from the pseudonym and cannot be guessed from outside: of a hundred ads, which have a known answer.</summary>
    static uint Number(string voter, int turn) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{voter}:{turn}"))));

    internal static bool IsKnownTurn(string voter, int seen, int percent) => Number(voter, seen) % 100 < percent;

    sealed record Asking(string Voter, string? Network, bool First, bool Keeps);
}

sealed record FoundGroup
{
    public Guid Id { get; init; }
    public Guid ShownAdId { get; init; }
    public int Rank { get; init; }
}
