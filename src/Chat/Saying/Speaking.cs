using System.Globalization;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Says something in a room in somebody's name: the one door of the page and of the live line.</summary>
public sealed class Speaking(ChatDb db, Scopes scopes, Seats seats, Naming naming, Posting posting)
{
    public const int MostQuotes = 10;
    public const int MostMentions = 20;
    public const int MostNamed = 100;

    static readonly Words Taken = new("Cet identifiant est déjà pris : envoyez à nouveau.", "This identifier is taken: send again.");
    static readonly Words Closed = new("Ce salon est fermé\u00A0: on y lit, on n’y écrit plus.", "This room is closed: it is read, and no longer written in.");
    static readonly Words Wider = new("Ce salon s’est ouvert à d’autres depuis que vous l’avez affiché\u00A0: affichez-le à nouveau pour voir qui y lit, puis envoyez.", "This room was opened to others since you brought it up: load it again to see who reads it, then send.");

    /// <param name="judged">The room, where it has just been read with the rights of this seat; null: it is read here.</param>
    public async Task<Spoken> Say(Seat seat, Said said, CancellationToken ct, Room? judged = null)
    {
        if ((judged ?? await scopes.RoomsOf(seat.Reader).AsNoTracking().SingleOrDefaultAsync(r => r.Id == said.RoomId, ct)) is not { } room)
        {
            return Spoken.Absent;
        }

        // An answer that was lost on the way: what was kept is told again, whatever has changed since.
        if (await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == said.Id, ct) is { } sent)
        {
            return IsOf(sent, seat, said) ? await Again(said, seat, ct) : new() { Faults = [Taken] };
        }

        var text = said.Text.ReplaceLineEndings("\n").TrimEnd();
        var faults = Faults(room, said, text).ToList();
        if (faults.Count > 0)
        {
            return new() { Faults = faults };
        }

        var ofRoom = await scopes.Marking(room.ScopeId, ct);
        var marking = await Inherited(seat, said, room, ofRoom, faults, ct);
        if (said.Tlp is { } tlp)
        {
            var own = Own(tlp, said, ofRoom);
            marking = marking.And(own);
            if (own.IsTooWide)
            {
                faults.Add(new("À ce niveau, dites quelles organisations ou quelles personnes lisent ce message ; au niveau RED, quelles personnes.", "At this level, say which organisations or people may read this message; at RED, which people."));
            }
        }

        await CheckMentions(said, marking, room, faults, ct);
        if (await naming.Calls(seat, text, marking, ct) is { } unmasks)
        {
            faults.Add(unmasks);
        }

        if (faults.Count > 0)
        {
            return new() { Faults = faults };
        }

        return await posting.Post(Written(seat, said, text, marking.Same(ofRoom.And(ofRoom)) ? null : marking) with { JudgedIn = room.ScopeId }, ct) is not { } message ? new() { Faults = [Closed] }
            : IsOf(message, seat, said) ? new() { Message = message }
            : new() { Faults = [Taken] };
    }

    static bool IsOf(Message message, Seat seat, Said said) => message.AuthorId == seat.AccountId && message.RoomId == said.RoomId;

    // Told once more to the others too: the node that kept it may have died before it could.
    async Task<Spoken> Again(Said said, Seat seat, CancellationToken ct) =>
        await posting.Post(Written(seat, said, said.Text, null), ct) is { } message ? new() { Message = message } : new() { Faults = [Closed] };

    static IEnumerable<Words> Faults(Room room, Said said, string text)
    {
        if (said.Id == Guid.Empty)
        {
            yield return Taken;
        }

        if (room.ClosedAt is not null)
        {
            yield return Closed;
        }

        if (said.Widenings < room.Widenings)
        {
            yield return Wider;
        }

        if (text.Length == 0 && said.Files.Count == 0)
        {
            yield return new("Écrivez un message ou joignez un fichier.", "Write a message or attach a file.");
        }
        else if (text.Length > Message.TextMaxLength)
        {
            var (longest, length) = (Message.TextMaxLength, text.Length);
            yield return new(string.Create(French.Culture, $"Ce message a {length:N0} caractères : {longest:N0} au plus. Joignez un fichier pour un texte plus long."), string.Create(CultureInfo.InvariantCulture, $"This message has {length:N0} characters: {longest:N0} at most. Attach a file for a longer text."));
        }

        if (!CleanText.IsClean(text))
        {
            yield return CleanText.Unclean;
        }

        if (said.Quotes.Count > MostQuotes || said.Mentions.Count > MostMentions || said.Organisations.Count + said.People.Count > MostNamed)
        {
            yield return new($"Un message cite {MostQuotes} messages au plus, nomme {MostMentions} personnes au plus et est marqué pour {MostNamed} noms au plus.", $"A message quotes at most {MostQuotes} messages, mentions at most {MostMentions} people and is marked for at most {MostNamed} names.");
        }
    }

    static Marked Own(Tlp tlp, Said said, Marked room) => new()
    {
        Tlp = tlp,
        Audience = said.Organisations.Count + said.People.Count == 0 ? room.Audience : new() { Circles = [Circle.Of(said.Organisations, said.People)] },
    };

    /// <summary>That of the room, of the thread that it answers, and of all that it quotes.</summary>
    async Task<Marked> Inherited(Seat seat, Said said, Room room, Marked marking, List<Words> faults, CancellationToken ct)
    {
        var named = said.Quotes.Concat(said.ThreadId is { } thread ? [thread] : []).Distinct().ToList();
        if (named.Count == 0)
        {
            return marking.And(marking);
        }

        var found = await scopes.MessagesOf(seat.Reader).AsNoTracking().Where(m => named.Contains(m.Id)).Join(db.Rooms, m => m.RoomId, r => r.Id, (m, r) => new { m.Id, m.RoomId, m.ThreadId, m.RemovedAt, m.ScopeId, RoomScope = r.ScopeId }).ToListAsync(ct);
        if (said.Quotes.Any(q => !found.Any(f => f.Id == q && f.RemovedAt is null)))
        {
            faults.Add(new("Un message cité n’est plus là : retirez la citation.", "A quoted message is no longer there: remove the quotation."));
        }

        if (said.ThreadId is { } answered && !found.Any(f => f.Id == answered && f.RoomId == room.Id && f.ThreadId is null))
        {
            faults.Add(new("Le fil auquel vous répondez n’est plus là.", "The thread that you answer is no longer there."));
        }

        foreach (var scope in found.SelectMany(f => new[] { f.RoomScope, f.ScopeId }).OfType<Guid>().Where(s => s != room.ScopeId).Distinct())
        {
            marking = marking.And(await scopes.Marking(scope, ct));
        }

        return marking.And(marking);
    }

    /// <summary>Nobody is called to what they may not read; whether such a person exists is not told.</summary>
    async Task CheckMentions(Said said, Marked marking, Room room, List<Words> faults, CancellationToken ct)
    {
        foreach (var account in said.Mentions.Distinct())
        {
            if (await seats.Of(account, ct) is not { } called || !marking.Audience!.Holds(called.Reader, marking.Tlp) || !await scopes.RoomsOf(called.Reader).AnyAsync(r => r.Id == room.Id, ct))
            {
                faults.Add(new("Une personne nommée ne peut pas lire ce message : retirez son nom ou changez le marquage.", "A person you mention may not read this message: remove the name or change the marking."));
                return;
            }
        }
    }

    static NewMessage Written(Seat seat, Said said, string text, Marked? marking) => new()
    {
        Id = said.Id,
        RoomId = said.RoomId,
        Origin = MessageOrigin.Person,
        AuthorId = seat.AccountId,
        OrganisationId = seat.OrganisationId,
        Seat = seat,
        Masked = seat.IsMasked,
        ThreadId = said.ThreadId,
        Marking = marking,
        Text = text,
        Quotes = said.Quotes,
        Mentions = said.Mentions,
        Files = said.Files,
    };
}
