using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>What becomes here of an account that is closed: its seats end and lose their names, then what the register says of each column, under each of the numbers that it had in organisations.</summary>
public sealed class ChatForgetting(ChatDb db, Actor actor, TimeProvider clock) : IForgets
{
    public string Module => "discussion";

    public async Task<Forgotten> Forget(Guid account, bool isDry, CancellationToken ct)
    {
        var others = await db.Members.Where(m => m.LoginId == account).Select(m => m.AccountId)
            .Union(db.GuestPasses.Where(p => p.LoginId == account && p.AccountId != null).Select(p => p.AccountId!.Value)).Where(id => id != account).ToListAsync(ct);
        var erasure = new RegisteredErasure(db, new ChatRegister(), actor, clock);
        List<ForgottenTable> told = [];
        // The sign-in itself last: by it the others are found, should this be cut.
        List<Guid> all = [.. others, account];
        foreach (var id in all)
        {
            told.AddRange((await erasure.Run(id, isDry, ct, id == all[0] ? inside => EndSeats(account, all, inside) : null)).Tables);
        }

        return new([.. told.GroupBy(t => t.Table, StringComparer.Ordinal).Select(g => new ForgottenTable(g.Key, g.Sum(t => t.Erased), g.Sum(t => t.Unlinked), g.Sum(t => t.Kept), g.Select(t => t.Because).FirstOrDefault(b => b is not null)))]);
    }

    async Task EndSeats(Guid account, IReadOnlyCollection<Guid> all, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var members = await db.Members.BehindLogin(account).ToListAsync(ct);
        foreach (var member in members)
        {
            (member.LeftAt, member.IsReferent, member.Name, member.Notices) = (member.LeftAt ?? now, false, Member.OfClosedAccount, null);
        }

        var passes = await db.GuestPasses.BehindLogin(account).ToListAsync(ct);
        foreach (var pass in passes)
        {
            (pass.RevokedAt, pass.Name, pass.ForWhom) = (pass.RevokedAt ?? now, null, "");
        }

        await StopPrograms(all, now, ct);
        if (db.ChangeTracker.HasChanges())
        {
            db.Add(new Revocation { Id = Guid.CreateVersion7(now), At = now, AccountId = account });
        }

        await db.SaveChangesAsync(ct);
    }

    // What writes in rooms in somebody's name goes with them.
    async Task StopPrograms(IReadOnlyCollection<Guid> people, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var hook in await db.IncomingHooks.Where(h => people.Contains(h.AddedBy) && h.StoppedAt == null).ToListAsync(ct))
        {
            hook.StoppedAt = now;
        }

        foreach (var feed in await db.Feeds.Where(f => people.Contains(f.AddedBy) && f.StoppedAt == null).ToListAsync(ct))
        {
            feed.StoppedAt = now;
        }
    }
}
