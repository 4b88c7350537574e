using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>
/// People go: their seat is gone at their next request, since it is read from the database each time; what is open at that moment is closed by the revocation that is
/// written in the same transaction, at once on this node and within a second on the others.
/// </summary>
public sealed class Departures(ChatDb db, LiveRooms live, TimeProvider clock)
{
    /// <summary>A member leaves, or is made to.</summary>
    public async Task Leave(Member member, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (member.LeftAt, member.EndedBy, member.IsReferent) = (now, by, false);
        await Stop(member, now, ct);
        await Save([new() { Id = Guid.CreateVersion7(now), At = now, AccountId = member.LoginId ?? member.AccountId }], ct);
    }

    /// <summary>An organisation is closed: all its people and its guests are out, and its domains are free again.</summary>
    public async Task Close(Organisation organisation, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        (organisation.ClosedAt, organisation.ClosedBy) = (now, by);
        organisation.Domains.Clear();
        List<Revocation> revocations = [new() { Id = Guid.CreateVersion7(now), At = now, OrganisationId = organisation.Id }];
        foreach (var member in await db.Members.Where(m => m.OrganisationId == organisation.Id && m.LeftAt == null).ToListAsync(ct))
        {
            (member.LeftAt, member.EndedBy, member.IsReferent) = (now, by, false);
            await Stop(member, now, ct);
            revocations.Add(new() { Id = Guid.CreateVersion7(now), At = now, AccountId = member.LoginId ?? member.AccountId });
        }

        foreach (var pass in await db.GuestPasses.Where(p => p.OrganisationId == organisation.Id && p.RevokedAt == null).ToListAsync(ct))
        {
            revocations.AddRange(End(pass, by, now));
        }

        await Save(revocations, ct);
    }

    /// <summary>A guest is no longer one.</summary>
    public Task End(GuestPass pass, Guid by, CancellationToken ct) => Save([.. End(pass, by, clock.GetUtcNow())], ct);

    /// <summary>Guests whose time is over: their seat is gone already, what is open is closed.</summary>
    /// <returns>Their passes.</returns>
    public async Task<IReadOnlyList<GuestPass>> EndExpired(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var passes = await db.GuestPasses.Where(p => p.RevokedAt == null && p.AccountId != null && p.ExpiresAt <= now).OrderBy(p => p.ExpiresAt).Take(100).ToListAsync(ct);
        if (passes.Count > 0)
        {
            await Save([.. passes.SelectMany(p => End(p, null, now))], ct);
        }

        return passes;
    }

    static IEnumerable<Revocation> End(GuestPass pass, Guid? by, DateTimeOffset now)
    {
        (pass.RevokedAt, pass.RevokedBy) = (now, by);
        return (pass.LoginId ?? pass.AccountId) is { } account ? [new() { Id = Guid.CreateVersion7(now), At = now, AccountId = account }] : [];
    }

    /// <summary>The programs that write in rooms in somebody's name go with them.</summary>
    async Task Stop(Member member, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var hook in await db.IncomingHooks.Where(h => h.AddedBy == member.AccountId && h.StoppedAt == null).ToListAsync(ct))
        {
            hook.StoppedAt = now;
        }

        foreach (var feed in await db.Feeds.Where(f => f.AddedBy == member.AccountId && f.StoppedAt == null).ToListAsync(ct))
        {
            feed.StoppedAt = now;
        }
    }

    async Task Save(IReadOnlyList<Revocation> revocations, CancellationToken ct)
    {
        db.AddRange(revocations);
        await db.SaveChangesAsync(ct);
        foreach (var revocation in revocations)
        {
            live.Cut(revocation);
        }
    }
}
