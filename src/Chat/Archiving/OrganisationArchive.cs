using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Exchange;
using Beffroi.Chat.Exchange.Stix;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat.Archiving;

/// <summary>
/// All that is of one organisation, written as it is read: its people, criteria, rooms, messages, files, cases, and who read what it shared. Only what the reader may
/// read: what is for named people stays theirs. That restricted things of others were taken away is written down for those who shared them.
/// </summary>
public sealed class OrganisationArchive(ChatDb db, Scopes scopes, Naming naming, Blobs blobs, Actor actor, TimeProvider clock)
{
    const int AtOnce = 500;

    /// <param name="seat">Who takes it away, for this organisation.</param>
    /// <param name="reader">As whom it is read.</param>
    public async Task Write(Stream to, Seat seat, Reader reader, Lang l, CancellationToken ct)
    {
        var id = seat.OrganisationId!.Value;
        await using var held = new HeldStream(to);
        await using var zip = await ZipArchive.CreateAsync(held, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
        var writer = new ArchiveWriter(zip, clock.GetUtcNow());
        await People(writer, id, ct);
        var cases = await Cases(writer, seat, reader, l, ct);
        await Rooms(writer, id, reader, ct);
        await writer.PutLines("messages.jsonl", Messages(seat, reader, ct), ct);
        await Files(writer, seat, reader, cases, ct);
        await writer.PutLines("readings.jsonl", Readings(id, reader, ct), ct);
        await writer.End(ct);
    }

    async Task People(ArchiveWriter writer, Guid id, CancellationToken ct)
    {
        var organisation = await db.Organisations.AsNoTracking().Include(o => o.Domains).SingleAsync(o => o.Id == id, ct);
        await writer.PutJson("organisation.json", new
        {
            organisation.Id, organisation.Name, organisation.Sector, organisation.Country, organisation.ApprovedAt, organisation.ClosedAt, organisation.MasksAnalysts,
            Domains = organisation.Domains.OrderBy(d => d.Domain, StringComparer.Ordinal).Select(d => new { d.Domain, d.WithSubdomains, d.AddedAt }),
        }, ct);
        await writer.PutJson("members.json", await db.Members.AsNoTracking().Where(m => m.OrganisationId == id).OrderBy(m => m.JoinedAt).ThenBy(m => m.Id)
            .Select(m => new { m.AccountId, m.Name, m.IsReferent, m.JoinedAt, m.LeftAt }).ToListAsync(ct), ct);
        var sets = await db.OwnCriteria.AsNoTracking().Where(c => c.OrganisationId == id).OrderBy(c => c.Version).Select(c => c.Content).ToListAsync(ct);
        await writer.PutJson("criteria.json", sets.ConvertAll(CaseJson.Read<CriteriaSet>), ct);
    }

    async Task Rooms(ArchiveWriter writer, Guid id, Reader reader, CancellationToken ct)
    {
        var (created, spoken) = (Created(id, reader).Select(r => r.Id), scopes.MessagesOf(reader).Where(m => m.OrganisationId == id).Select(m => m.RoomId));
        var rooms = await scopes.RoomsOf(reader).Where(r => created.Contains(r.Id) || spoken.Contains(r.Id)).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Join(db.Scopes, r => r.ScopeId, s => s.Id, (r, s) => new { r.Id, r.Kind, r.Phase, r.Language, r.Name, r.Topic, r.CaseId, s.Tlp, r.CreatedAt, r.ClosedAt }).ToListAsync(ct);
        await writer.PutJson("rooms.json", rooms.Select(r => new { r.Id, Kind = r.Kind.ToString(), Phase = r.Phase?.ToString(), Language = r.Language?.Code(), r.Name, r.Topic, Case = r.CaseId, r.Tlp, r.CreatedAt, r.ClosedAt }), ct);
    }

    /// <summary>Rooms that its people opened, and the one where the detector speaks to them.</summary>
    IQueryable<Room> Created(Guid id, Reader reader)
    {
        var detector = DetectorRoom.IdOf(id);
        return scopes.RoomsOf(reader).Where(r => r.Kind != RoomKind.Channel && (r.Id == detector || db.Members.Any(m => m.AccountId == r.CreatedBy && m.OrganisationId == id)));
    }

    /// <summary>What its people said anywhere, and all that was said in the rooms that they opened.</summary>
    IQueryable<Message> Taken(Guid id, Reader reader)
    {
        var rooms = Created(id, reader).Select(r => r.Id);
        return scopes.MessagesOf(reader).Where(m => m.OrganisationId == id || rooms.Contains(m.RoomId));
    }

    async IAsyncEnumerable<object> Messages(Seat seat, Reader reader, [EnumeratorCancellation] CancellationToken ct)
    {
        var places = await Taken(seat.OrganisationId!.Value, reader).Select(m => m.RoomId).Distinct().OrderBy(r => r).ToListAsync(ct);
        foreach (var room in places)
        {
            var (after, some) = (0L, new List<Message>());
            do
            {
                var from = after;
                some = await Taken(seat.OrganisationId!.Value, reader).AsNoTracking().Where(m => m.RoomId == room && m.Place > from).OrderBy(m => m.Place).Take(AtOnce).ToListAsync(ct);
                foreach (var written in await Written(some, room, seat, reader, ct))
                {
                    yield return written;
                }

                after = some.Count > 0 ? some[^1].Place : after;
            }
            while (some.Count == AtOnce);
        }
    }

    async Task<IReadOnlyList<object>> Written(List<Message> messages, Guid room, Seat seat, Reader reader, CancellationToken ct)
    {
        var ids = messages.ConvertAll(m => m.Id);
        var (own, readable) = (messages.Select(m => m.ScopeId).OfType<Guid>().Distinct().ToList(), scopes.MessagesOf(reader).Select(m => m.Id));
        var levels = await db.Scopes.Where(s => own.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Tlp, ct);
        var place = await db.Rooms.Where(r => r.Id == room).Join(db.Scopes, r => r.ScopeId, s => s.Id, (r, s) => new { r.CaseId, s.Tlp }).SingleAsync(ct);
        var quotes = (await db.Quotes.AsNoTracking().Where(q => ids.Contains(q.MessageId) && readable.Contains(q.QuotedId)).ToListAsync(ct)).ToLookup(q => q.MessageId, q => q.QuotedId);
        var files = (await db.Files.AsNoTracking().Where(f => f.MessageId != null && ids.Contains(f.MessageId.Value) && f.RemovedAt == null).Select(f => new { f.MessageId, f.Id }).ToListAsync(ct)).ToLookup(f => f.MessageId!.Value, f => f.Id);
        var book = await naming.Of([.. messages.Select(m => m.AuthorId).OfType<Guid>().Distinct()], [.. messages.Select(m => m.OrganisationId).OfType<Guid>().Distinct()], ct);
        var called = await new MessageReadings(db, scopes, new(naming), naming).Called(reader, ids, ct);
        await Note(seat, messages.Where(m => Level(m) >= Tlp.Amber).Select(m => ((Guid?)m.Id, place.CaseId, m.OrganisationId, m.AuthorId)), ct);
        return [.. messages.Select(m =>
        {
            var by = Signatures.Of(m, book, reader);
            return new
            {
                m.Id, Room = m.RoomId, Thread = m.ThreadId, m.At, Origin = m.Origin.ToString(), Author = by.Name, by.Organisation, m.Source, Tlp = Level(m),
                Text = called.GetValueOrDefault(m.Id, CalledNames.None).In(m.Text), m.EditedAt, m.RemovedAt, Quotes = quotes[m.Id], Files = files[m.Id],
            };
        })];

        Tlp Level(Message m) => m.ScopeId is { } scope ? levels[scope] : place.Tlp;
    }

    /// <summary>Cases that it opened or wrote in, each in the three forms.</summary>
    /// <returns>Lines that went out, by case.</returns>
    async Task<IReadOnlyDictionary<Guid, List<Guid>>> Cases(ArchiveWriter writer, Seat seat, Reader reader, Lang l, CancellationToken ct)
    {
        var (taken, listed) = (new Dictionary<Guid, List<Guid>>(), new List<object>());
        foreach (var id in await scopes.CasesOf(reader).OrderBy(c => c.OpenedAt).ThenBy(c => c.Id).Select(c => c.Id).ToListAsync(ct))
        {
            var log = CaseLog.Of((await db.CaseLines.Where(n => n.CaseId == id).OrderBy(n => n.Number).Select(n => n.Content).ToListAsync(ct)).Select(CaseJson.Read<CaseEvent>));
            if (!log.Events.Exists(e => e.Author.Organisation == seat.OrganisationId) || SharedCase.For(log, reader, Destination.Oneself, await new ExportNames(naming).Of(log, ct), out _) is not { } shared)
            {
                continue;
            }

            await Note(seat, shared.Events.Where(e => shared.Levels[e.Id] >= Tlp.Amber).Select(e => e.Author).Distinct()
                .Select(a => ((Guid?)null, (Guid?)id, a.Organisation, a.Organisation is null ? a.Person : null)).Distinct(), ct);
            await writer.Put($"cases/{id}.json", CaseFile.Write(shared), ct);
            await writer.Put($"cases/{id}.stix.json", StixWriter.Write(shared, new() { Language = l, Names = shared.Names }), ct);
            await writer.Put($"cases/{id}.md", Encoding.UTF8.GetBytes(CaseMarkdown.Write(shared, l, shared.Names)), ct);
            listed.Add(new { Id = id, shared.State.Title, Tlp = shared.Level });
            taken[id] = [.. shared.Events.Select(e => e.Id)];
        }

        await writer.PutJson("cases.json", listed, ct);
        return taken;
    }

    async Task Files(ArchiveWriter writer, Seat seat, Reader reader, IReadOnlyDictionary<Guid, List<Guid>> cases, CancellationToken ct)
    {
        var messages = Taken(seat.OrganisationId!.Value, reader).Where(m => m.RemovedAt == null).Select(m => m.Id);
        var files = await db.Files.AsNoTracking().Where(f => f.MessageId != null && messages.Contains(f.MessageId.Value) && f.RemovedAt == null).ToListAsync(ct);
        foreach (var (id, lines) in cases)
        {
            files.AddRange((await db.Files.AsNoTracking().Where(f => f.CaseId == id && f.EventId != null).ToListAsync(ct)).Where(f => lines.Contains(f.EventId!.Value)));
        }

        foreach (var file in files.OrderBy(f => f.At).ThenBy(f => f.Id))
        {
            await writer.Put($"files/{file.Id}/{file.Name}", async (write, cancel) => await blobs.CopyTo(file.Sha256, write, cancel), ct);
        }

        await writer.PutJson("files.json", files.Select(f => new { f.Id, Message = f.MessageId, Case = f.CaseId, Line = f.EventId, f.Name, Kind = f.Kind.ToString(), f.Size, f.Sha256, f.At }), ct);
    }

    async IAsyncEnumerable<object> Readings(Guid id, Reader reader, [EnumeratorCancellation] CancellationToken ct)
    {
        var (cases, messages, readable) = (scopes.CasesOf(reader).Select(c => c.Id), scopes.MessagesOf(reader).Select(m => m.Id), scopes.ReadableBy(reader).Select(s => s.Id));
        for (var done = 0; ; done += AtOnce)
        {
            var some = await db.Readings.AsNoTracking().Where(r => r.OwnerOrganisationId == id).OrderBy(r => r.At).ThenBy(r => r.Id).Skip(done).Take(AtOnce)
                .Select(r => new { Line = r, Opens = r.CaseId != null && cases.Contains(r.CaseId.Value),
                    // What a colleague shared with others only was read by them: that is told, and not what it is.
                    IsKnown = db.Messages.Any(m => m.Id == r.ItemId && messages.Contains(m.Id)) || db.Files.Any(f => f.Id == r.ItemId && f.MessageId != null && messages.Contains(f.MessageId.Value))
                        || db.CaseLines.Any(n => n.EventId == r.ItemId && cases.Contains(n.CaseId) && (n.ScopeId == null || readable.Contains(n.ScopeId.Value))),
                }).ToListAsync(ct);
            var book = await naming.Of([.. some.Select(r => r.Line.AccountId).Distinct()], [.. some.Select(r => r.Line.OrganisationId).OfType<Guid>().Distinct()], ct);
            foreach (var (r, opens, known) in some.Select(r => (r.Line, r.Opens, r.IsKnown)))
            {
                yield return new
                {
                    r.At, Act = r.Act.ToString(), Case = opens ? r.CaseId : null, Item = known ? r.ItemId : null, Reader = book.Signed(r.AccountId, r.OrganisationId, isMasked: false, reader),
                    Organisation = r.OrganisationId is { } home ? book.Organisations.GetValueOrDefault(home) : null,
                };
            }

            if (some.Count < AtOnce)
            {
                yield break;
            }
        }
    }

    async Task Note(Seat seat, IEnumerable<(Guid? Item, Guid? Case, Guid? Organisation, Guid? Person)> things, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.AddRange(things.Where(t => t.Organisation != seat.OrganisationId && (t.Organisation is not null || t.Person is not null)).Select(t => new ReadingLine
        {
            Id = Guid.CreateVersion7(now), At = now, AccountId = seat.AccountId, OrganisationId = seat.OrganisationId, Act = ReadingAct.Exported,
            CaseId = t.Case, ItemId = t.Item, OwnerOrganisationId = t.Organisation, OwnerId = t.Person,
        }));
        actor.Act ??= "discussion.emporter";
        await db.SaveChangesAsync(ct);
    }
}
