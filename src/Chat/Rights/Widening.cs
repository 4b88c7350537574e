using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.Cases;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>
/// Whoever opened a case may show it to more people; what others wrote in it was for those of then, and only they may show it further (TLP 2.0: the source decides).
/// So before a case is widened, the lines of others that were "for those of the case" are tied to those of now.
/// </summary>
static class Widening
{
    /// <summary>What is written just before this draft, whether its author sees those lines or not.</summary>
    public static IEnumerable<CaseDraft> Before(CaseLog log, CaseDraft draft)
    {
        var opening = log.Events[0];
        if (draft.Fact is not MarkingChanged change || change.Target != opening.Id)
        {
            return [];
        }

        var markings = Readable.Markings(log);
        var now = markings[opening.Id];
        if (!Widens(now, change.To))
        {
            return [];
        }

        return log.Events
            .Where(e => e.Fact.Amends is null && e != opening && markings[e.Id].Audience is null && !IsOf(e.Author, draft.Author))
            .Select(e => draft with
            {
                Id = new(SHA256.HashData(Encoding.ASCII.GetBytes($"{draft.Id}\n{e.Id}"))[..16]),
                Marking = new() { Tlp = markings[e.Id].Tlp },
                Fact = new MarkingChanged
                {
                    Target = e.Id,
                    To = markings[e.Id] with { Audience = now.Audience },
                    Why = "Le dossier s’ouvre à d’autres\u00A0; ceci reste à ceux pour qui ce fut écrit. / The case opens to others; this stays with those whom it was written for.",
                },
            });
    }

    public static bool Widens(Marked now, Marked to) => to.Tlp < now.Tlp || !to.Audience!.IsWithin(now.Audience!);

    /// <summary>The room as it is, and ours until the end of the transaction: whoever is saying something in it has done, or waits and is judged again (<see cref="Posting"/>).</summary>
    public static async Task<Room> Take(ChatDb db, Guid roomId, CancellationToken ct)
    {
#pragma warning disable RS0030 // Nothing is changed: the row is held.
        await db.Rooms.Where(r => r.Id == roomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastPlace, r => r.LastPlace), ct);
#pragma warning restore RS0030
        var room = await db.Rooms.SingleAsync(r => r.Id == roomId, ct);
        // It may have been read before it was ours.
        await db.Entry(room).ReloadAsync(ct);
        return room;
    }

    /// <summary>Messages that were for those of the room stay with those of then.</summary>
    public static async Task Pin(ChatDb db, IQueryable<Message> messages, Guid then, CancellationToken ct)
    {
#pragma warning disable RS0030 // The change of the room is audited; a line for each of its messages would say nothing more.
        await messages.Where(m => m.ScopeId == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ScopeId, then), ct);
#pragma warning restore RS0030
    }

    static bool IsOf(Author line, Author author) =>
        (line.Organisation is { } organisation && organisation == author.Organisation) || (line.Person is { } person && person == author.Person);
}
