using Beffroi.Bots.Clustering;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Forgetting;

/// <summary>Deletes what is past its time: by each mandate, accounts that match nothing after <see cref="Mandate.UnmatchedDays"/>, everything collected after <see cref="Mandate.KeepDays"/>. What two mandates collected stays for the longer.</summary>
public sealed class ForgetRound(BotsDb db, Actor actor, TimeProvider clock)
{
    /// <param name="isDry">Says what would go, and deletes nothing: the very same statements, taken back.</param>
    public async Task<Forgotten> Run(bool isDry, CancellationToken ct)
    {
        (actor.Who, actor.Act) = (actor.Act is null ? "systeme" : actor.Who, "robots.effacer");
        await using var together = await db.Database.BeginTransactionAsync(ct);
        var now = clock.GetUtcNow();
        var sightings = 0;
        foreach (var mandate in await db.Mandates.AsNoTracking().OrderBy(m => m.Id).ToListAsync(ct))
        {
            var watches = await db.Watches.Where(w => w.MandateId == mandate.Id).Select(w => w.Id).ToListAsync(ct);
            sightings += await ForgetUnmatched(watches, now.AddDays(-mandate.UnmatchedDays), ct);
            sightings += await ForgetOld(watches, now.AddDays(-mandate.KeepDays), ct);
        }

        var posts = await Delete(db.Posts.Where(p => !db.Matches.Any(m => m.Seq == p.Seq)), ct);
        var accounts = await Delete(Gone(), ct);
        var told = new Forgotten(posts, sightings, accounts, isDry);
        if (isDry)
        {
            await together.RollbackAsync(ct);
            return told;
        }

        if (told.Posts + told.Sightings + told.Accounts > 0)
        {
            db.Audit.Add(new() { Id = Guid.CreateVersion7(now), At = now, Who = actor.Who, Act = actor.Act, Subject = $"CollectedPost×{told.Posts} WatchedAccount×{told.Accounts} ExploredAccount×{told.Sightings}", Change = "Deleted", Fields = "" });
        }

        await db.SaveChangesAsync(ct);
        await together.CommitAsync(ct);
        return told;
    }

    // What an exploration looked at and did not match: the profile, and who led there.
    async Task<int> ForgetUnmatched(List<Guid> watches, DateTimeOffset before, CancellationToken ct)
    {
        var explorations = db.Explorations.Where(e => watches.Contains(e.WatchId)).Select(e => e.Id);
        var gone = db.Explored.Where(x => explorations.Contains(x.ExplorationId) && !x.Matched && x.At < before);
        await Delete(db.ExploredTies.Where(t => gone.Any(x => x.ExplorationId == t.ExplorationId && x.NativeId == t.ToId)), ct);
        return await Delete(gone, ct);
    }

    // Reposts of a post that is kept stay with it: each post is judged by when it was collected.
    async Task<int> ForgetOld(List<Guid> watches, DateTimeOffset before, CancellationToken ct)
    {
        foreach (var watch in watches)
        {
            await Echoes.Before(db, watch, before, ct);
        }

        var explorations = db.Explorations.Where(e => watches.Contains(e.WatchId)).Select(e => e.Id);
        await Delete(db.Matches.Where(m => watches.Contains(m.WatchId) && db.Posts.Any(p => p.Seq == m.Seq && p.CollectedAt < before)), ct);
        await Delete(db.AccountMatches.Where(m => watches.Contains(m.WatchId) && m.FirstAt < before
            && !db.Matches.Any(p => p.WatchId == m.WatchId && db.Posts.Any(q => q.Seq == p.Seq && q.AccountId == m.AccountId))), ct);
        await ForgetFound(watches, ct);
        await Delete(db.ExploredTies.Where(t => db.Explored.Any(x => x.ExplorationId == t.ExplorationId && x.NativeId == t.ToId && explorations.Contains(x.ExplorationId) && x.At < before)), ct);
        await Delete(db.Frontier.Where(f => explorations.Contains(f.ExplorationId) && f.VisitedAt < before), ct);
        return await Delete(db.Explored.Where(x => explorations.Contains(x.ExplorationId) && x.At < before), ct);
    }

    // What was found of accounts that a watch has no longer.
    async Task ForgetFound(List<Guid> watches, CancellationToken ct)
    {
        await Delete(db.Signs.Where(s => watches.Contains(s.WatchId) && !db.AccountMatches.Any(m => m.WatchId == s.WatchId && m.AccountId == s.AccountId)), ct);
        await Delete(db.Ties.Where(t => watches.Contains(t.WatchId)
            && (!db.AccountMatches.Any(m => m.WatchId == t.WatchId && m.AccountId == t.FirstId) || !db.AccountMatches.Any(m => m.WatchId == t.WatchId && m.AccountId == t.SecondId))), ct);
        await Delete(db.Members.Where(m => db.Clusters.Any(c => c.Id == m.ClusterId && watches.Contains(c.WatchId) && !db.AccountMatches.Any(a => a.WatchId == c.WatchId && a.AccountId == m.AccountId))), ct);
    }

    // Accounts that no watch has, without a post and seen by no exploration. That an account is left out is remembered: it would come back otherwise.
    IQueryable<WatchedAccount> Gone() => db.Accounts.Where(a => !a.LeftOut
        && !db.AccountMatches.Any(m => m.AccountId == a.Id) && !db.Posts.Any(p => p.AccountId == a.Id)
        && !db.Explored.Any(x => x.NativeId == a.NativeId && db.Explorations.Any(e => e.Id == x.ExplorationId && e.Network == a.Network)));

#pragma warning disable RS0030 // Too many for one row each of the audit: one row counts them all.
    static Task<int> Delete<TRow>(IQueryable<TRow> rows, CancellationToken ct) => rows.ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
}

/// <param name="Sightings">Accounts as explorations saw them.</param>
/// <param name="IsDry">Nothing was deleted.</param>
public sealed record Forgotten(int Posts, int Sightings, int Accounts, bool IsDry);
