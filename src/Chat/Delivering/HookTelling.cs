using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Delivering;

/// <summary>Leaves a message to be sent to the outside programs of its room, with what saves it: neither goes without the other.</summary>
public sealed class HookTelling(ChatDb db, Scopes scopes, Signatures signatures)
{
    /// <summary>
    /// A program is told what its organisation may read, and nothing that a program said: two of them would never stop talking.
    /// Above TLP:GREEN only what its own organisation said leaves the site: the source decides (TLP 2.0).
    /// </summary>
    public async Task Add(Message message, NewMessage said, CancellationToken ct)
    {
        if (message.Origin is MessageOrigin.Hook)
        {
            return;
        }

        var hooks = await db.OutgoingHooks.AsNoTracking().Where(h => h.RoomId == message.RoomId && h.StoppedAt == null && db.Organisations.Any(o => o.Id == h.OrganisationId && o.ClosedAt == null)).ToListAsync(ct);
        foreach (var hook in hooks)
        {
            var reader = Reader.OfOrganisation(hook.OrganisationId);
            if (said.Marking is { Audience: { } audience } marking && !audience.Holds(reader, marking.Tlp))
            {
                continue;
            }

            if (await scopes.RoomsOf(reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == message.RoomId, ct) is not { } room)
            {
                continue;
            }

            var level = said.Marking?.Tlp ?? (await scopes.Marking(room.ScopeId, ct)).Tlp;
            if (level > Tlp.Green && message.OrganisationId != hook.OrganisationId)
            {
                continue;
            }

            var id = Guid.CreateVersion7(message.At);
            db.Add(new HookDelivery
            {
                Id = id,
                HookId = hook.Id,
                Body = HookPayload.Write(id, message, await Shown(message, reader, ct), room, level),
                At = message.At,
                NextAt = message.At,
            });
        }
    }

    async Task<HookAuthor> Shown(Message message, Reader reader, CancellationToken ct)
    {
        var by = (await signatures.Of(reader, [message], ct))[message.Id];
        return new(by.Name, by.Organisation);
    }
}

/// <summary>Who wrote, as the reader of the hook may know it.</summary>
public sealed record HookAuthor(string? Person, string? Organisation);
