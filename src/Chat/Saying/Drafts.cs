using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>What people wrote and did not send yet: found again on another device. Written past the audit, for nothing was said.</summary>
public sealed class Drafts(ChatDb db, TimeProvider clock)
{
    public async Task<MessageDraft?> Of(Guid accountId, Guid roomId, Guid? thread, CancellationToken ct)
    {
        var of = thread ?? Guid.Empty;
        return await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.AccountId == accountId && d.RoomId == roomId && d.ThreadId == of, ct);
    }

    /// <summary>An empty one is none.</summary>
    public async Task Keep(Guid accountId, Guid roomId, Guid? thread, string? typed, CancellationToken ct)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n");
        text = text.Length > Message.TextMaxLength ? text[..Message.TextMaxLength] : text;
        if (string.IsNullOrWhiteSpace(text) || !CleanText.IsClean(text))
        {
            await Drop(accountId, roomId, thread, ct);
            return;
        }

        var of = thread ?? Guid.Empty;
#pragma warning disable RS0030 // Nothing was said: there is nothing to audit.
        var now = clock.GetUtcNow();
        if (await db.Drafts.Where(d => d.AccountId == accountId && d.RoomId == roomId && d.ThreadId == of).ExecuteUpdateAsync(set => set.SetProperty(d => d.Text, text).SetProperty(d => d.At, now), ct) > 0)
        {
            return;
        }

#pragma warning restore RS0030
        db.Add(new MessageDraft { AccountId = accountId, RoomId = roomId, ThreadId = of, Text = text, At = now });
        await db.SaveChangesAsync(ct);
    }

    public async Task Drop(Guid accountId, Guid roomId, Guid? thread, CancellationToken ct)
    {
        var of = thread ?? Guid.Empty;
#pragma warning disable RS0030 // Nothing was said: there is nothing to audit.
        await db.Drafts.Where(d => d.AccountId == accountId && d.RoomId == roomId && d.ThreadId == of).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
    }
}
