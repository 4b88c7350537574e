using System.Globalization;
using Beffroi.Chat.Evidence.Files;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>From the form of a page to a message, and back to the form with what was typed.</summary>
public sealed class Composing(ChatDb db, Speaking speaking, RoomPeople people, MessageReadings readings, Reads reads, Drafts drafts, Commands commands, Blobs blobs, BytesInHand hand, TimeProvider clock)
{
    public const int MostFiles = 5;

    /// <summary>Bytes of all the files of a message together.</summary>
    public const int MostBytes = 100 * 1024 * 1024;

    const int MostOffered = 200;

    public async Task<ComposerModel> Model(Seat seat, Room room, Guid? thread, ComposerForm form, Errors errors, Lang l, CancellationToken ct)
    {
        var draft = form.Text is null ? await drafts.Of(seat.AccountId, room.Id, thread, ct) : null;
        var narrows = !seat.IsGuest && room.ClosedAt is null;
        var quotes = await readings.Quoted(seat.Reader, ComposerForm.Ids(form.Quotes), ct);
        await reads.Note(seat, quotes, ct);
        return new()
        {
            L = l,
            RoomId = room.Id,
            ThreadId = thread,
            Action = thread is { } head ? Addresses.Thread(l, room.Id, head) : Addresses.Room(l, room.Id),
            Id = Guid.TryParse(form.Id, out var id) ? id : Guid.CreateVersion7(clock.GetUtcNow()),
            Form = draft is null ? form : form with { Text = draft.Text },
            DraftAt = draft?.At,
            Errors = errors,
            Widenings = room.Widenings,
            RoomTlp = await db.Scopes.Where(s => s.Id == room.ScopeId).Select(s => s.Tlp).SingleAsync(ct),
            Quotes = quotes,
            MayNarrow = narrows,
            Told = Told,
            People = narrows ? await people.List(people.Named(room.ScopeId, seat).Where(m => m.AccountId != seat.AccountId), MostOffered, ct) : [],
            Organisations = narrows ? await Organisations(room, seat, ct) : [],
        };
    }

    /// <summary>What a command answered in this request: for who typed it.</summary>
    public CommandAnswer? Told { get; private set; }

    /// <summary>True when what was typed is a command, which was then answered: nothing is said in the room.</summary>
    public async Task<bool> Commanded(Seat seat, Room room, Guid? thread, ComposerForm form, Errors errors, Lang l, CancellationToken ct)
    {
        Told = room.ClosedAt is null ? await commands.Answer(seat, room.Id, thread, form.Text ?? "", l, ct) : null;
        if (Told is { IsRefused: true })
        {
            errors.Add("Text", l.Say("Cette commande n’a rien fait : la réponse dit pourquoi", "This command did nothing: the answer says why"));
        }
        else if (Told is not null)
        {
            await drafts.Drop(seat.AccountId, room.Id, thread, ct);
        }

        return Told is not null;
    }

    /// <summary>The message, or why not in <paramref name="errors"/>; neither when there is no such room for them.</summary>
    /// <param name="room">Just read with the rights of this seat; while files come in they may change, and it is read again.</param>
    public async Task<Message?> Say(Seat seat, Room room, Guid? thread, ComposerForm form, IFormFileCollection files, Errors errors, Lang l, CancellationToken ct)
    {
        var id = Guid.TryParse(form.Id, out var chosen) && chosen != Guid.Empty ? chosen : Guid.CreateVersion7(clock.GetUtcNow());
        var text = (form.Text ?? "").ReplaceLineEndings("\n").TrimEnd();
        var (tlp, organisations, named) = Marking(seat, form, errors, l);
        var taken = await Take(files, id, seat, errors, l, ct);
        if (errors.Any)
        {
            return null;
        }

        var spoken = await speaking.Say(seat, new()
        {
            Id = id,
            RoomId = room.Id,
            ThreadId = thread,
            Text = text,
            Tlp = tlp,
            Organisations = organisations,
            People = named,
            Quotes = ComposerForm.Ids(form.Quotes),
            Widenings = int.TryParse(form.Widenings, NumberStyles.None, CultureInfo.InvariantCulture, out var seen) ? seen : null,
            Mentions = await Called(text, room, seat, ct),
            Files = taken,
        }, ct, judged: files.Count == 0 ? room : null);
        foreach (var fault in spoken.Faults)
        {
            errors.Add("Text", fault.In(l));
        }

        if (spoken.Message is not null)
        {
            await drafts.Drop(seat.AccountId, room.Id, thread, ct);
        }

        return spoken.Message;
    }

    static (Tlp? Tlp, IReadOnlyList<Guid> Organisations, IReadOnlyList<Guid> People) Marking(Seat seat, ComposerForm form, Errors errors, Lang l)
    {
        if (string.IsNullOrEmpty(form.Who) || seat.OrganisationId is not { } mine)
        {
            return (null, [], []);
        }

        var (organisations, people) = (ComposerForm.Ids(form.Organisations), ComposerForm.Ids(form.People));
        switch (form.Who)
        {
            case Narrower.OwnOrganisation:
                return (Tlp.AmberStrict, [mine], []);
            case Narrower.Amber or Narrower.Strict when organisations.Count + people.Count > 0:
                return (form.Who is Narrower.Amber ? Tlp.Amber : Tlp.AmberStrict, [.. organisations.Append(mine).Distinct()], people);
            case Narrower.Red when people.Count > 0:
                return (Tlp.Red, [], [.. people.Append(seat.AccountId).Distinct()]);
            default:
                errors.Add("Who", l.Say("Cochez ceux qui peuvent lire : des organisations ou des personnes ; pour TLP:RED, des personnes", "Tick those who may read: organisations or people; for TLP:RED, people"));
                return (null, [], []);
        }
    }

    async Task<IReadOnlyList<StoredFile>> Take(IFormFileCollection files, Guid messageId, Seat seat, Errors errors, Lang l, CancellationToken ct)
    {
        var given = files.Where(f => f is { Name: "Files", FileName.Length: > 0 }).ToList();
        if (given.Count > MostFiles || given.Sum(f => f.Length) > MostBytes)
        {
            errors.Add("Files", l.Say($"Joignez {MostFiles} fichiers au plus, {MostBytes / 1024 / 1024} Mio en tout", $"Attach {MostFiles} files at most, {MostBytes / 1024 / 1024} MiB together"));
            return [];
        }

        var taken = new List<StoredFile>();
        foreach (var file in given)
        {
            using var held = await hand.Take(file.Length, ct);
            var bytes = await BytesInHand.Read(file, ct);
            switch (FileIntake.Read(file.FileName, bytes))
            {
                case FileReading.Refused refused:
                    errors.Add("Files", $"{SafeName.Of(file.FileName, FileKind.Text)[..^4]}{l.Say("\u00A0: ", ": ")}{refused.Why.In(l)}");
                    break;
                case FileReading.Received { File: var received }:
                    var now = clock.GetUtcNow();
                    await blobs.Keep(received.Sha256, bytes, ct);
                    taken.Add(new()
                    {
                        Id = Guid.CreateVersion7(now), MessageId = messageId, Name = received.Name, Kind = received.Kind, Size = received.Size, Sha256 = received.Sha256,
                        Picture = received.Picture?.ToString(), At = now, By = seat.AccountId,
                    });
                    break;
            }
        }

        return taken;
    }

    /// <summary>People of the room whose whole name stands after an @.</summary>
    async Task<IReadOnlyList<Guid>> Called(string text, Room room, Seat seat, CancellationToken ct)
    {
        if (!text.Contains('@', StringComparison.Ordinal) || !CleanText.IsClean(text))
        {
            return [];
        }

        var known = await people.Named(room.ScopeId, seat).Where(m => text.Contains("@" + m.Name)).OrderBy(m => m.AccountId).Select(m => new { m.AccountId, m.Name }).Take(2 * Speaking.MostMentions).ToListAsync(ct);
        var called = Mentions.In(text, known.ConvertAll(p => p.Name)).Select(c => text[(c.Start + 1)..c.End]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. known.Where(p => called.Contains(p.Name)).Select(p => p.AccountId).Take(Speaking.MostMentions)];
    }

    async Task<IReadOnlyList<(Guid, string)>> Organisations(Room room, Seat seat, CancellationToken ct)
    {
        var inside = people.In(room.ScopeId).Select(m => m.OrganisationId);
        var rows = await db.Organisations.AsNoTracking().Where(o => o.Id != seat.OrganisationId && inside.Contains(o.Id)).OrderBy(o => o.Name).Take(MostOffered).Select(o => new { o.Id, o.Name }).ToListAsync(ct);
        return rows.ConvertAll(o => (o.Id, o.Name));
    }
}
