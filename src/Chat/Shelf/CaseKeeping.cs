using Beffroi.Chat.Cases;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Lines of a log as rows, with all that is derived from them. The caller saves.</summary>
public sealed class CaseKeeping(ChatDb db, Scopes scopes, TimeProvider clock)
{
    /// <param name="before">Lines that are kept already.</param>
    public async Task<CaseRow> Keep(CaseLog log, int before, Seat seat, CancellationToken ct)
    {
        var markings = Readable.Markings(log);
        var all = markings[log.Events[0].Id];
        var scope = await scopes.Of(all, ct);
        var row = before == 0 ? Begin(log, scope, seat) : await db.Cases.SingleAsync(c => c.Id == log.Id, ct);
        if (before > 0 && row.Lines != before)
        {
            throw new StaleCaseException();
        }

        var next = log.Events.Skip(before).ToList();
        foreach (var line in next)
        {
            db.Add(new CaseLine { CaseId = log.Id, Number = line.Number, EventId = line.Id, At = line.At, Content = CaseJson.Write(line), ScopeId = await ScopeOf(markings[line.Id], (all, scope), ct) });
        }

        (row.Lines, row.ChangedAt) = (log.Events.Count, log.Events[^1].At);
        await Mark(log, next, ct);
        await Name(log.Id, next, ct);
        if (before > 0 && next.Exists(l => l.Fact is MarkingChanged))
        {
            await Follow(log, row, scope, markings, ct);
        }

        if (before > 0 && next.Exists(l => l.Fact is CaseTitled or MarkingChanged or Withdrawn))
        {
            await Rename(log, markings, row, ct);
        }

        return row;
    }

    CaseRow Begin(CaseLog log, Guid scope, Seat seat)
    {
        var (opening, now) = (log.Events[0], clock.GetUtcNow());
        var opened = (CaseOpened)opening.Fact;
        var room = new Room
        {
            Id = Guid.CreateVersion7(now),
            Kind = RoomKind.Case,
            Name = NameOf(opened.Title),
            CaseId = log.Id,
            ScopeId = scope,
            CreatedAt = now,
            CreatedBy = seat.AccountId,
        };
        var row = new CaseRow
        {
            Id = log.Id,
            OpenedAt = opening.At,
            OpenedByOrganisation = opening.Author.Organisation,
            ScopeId = scope,
            RoomId = room.Id,
            ChangedAt = opening.At,
        };
        db.AddRange(room, row);
        return row;
    }

    async Task Name(Guid caseId, List<CaseEvent> lines, CancellationToken ct)
    {
        var people = lines.Select(l => l.Author.Person).OfType<Guid>()
            .Concat(lines.SelectMany(l => new[] { l.Marking, (l.Fact as MarkingChanged)?.To }).SelectMany(m => m?.Audience?.Circles ?? []).SelectMany(c => c.People)).Distinct().ToList();
        var known = await db.CasePeople.Where(p => p.CaseId == caseId && people.Contains(p.AccountId)).Select(p => p.AccountId).ToListAsync(ct);
        db.AddRange(people.Except(known).Select(p => new CasePerson { CaseId = caseId, AccountId = p }));
    }

    async Task Mark(CaseLog log, List<CaseEvent> lines, CancellationToken ct)
    {
        db.AddRange(lines.SelectMany(l => MarksOf(log.Id, l)));
        var withdrawn = lines.Select(l => l.Fact).OfType<Withdrawn>().Select(w => w.Target).ToList();
        if (withdrawn.Count > 0)
        {
            db.RemoveRange(await db.CaseMarks.Where(m => m.CaseId == log.Id && withdrawn.Contains(m.EventId)).ToListAsync(ct));
        }
    }

    static IEnumerable<CaseMark> MarksOf(Guid caseId, CaseEvent line)
    {
        switch (line.Fact)
        {
            case ObservableNoted noted:
                yield return new() { CaseId = caseId, EventId = line.Id, Kind = MarkKind.Observable, Value = noted.Observable.Key };
                break;
            case EvidenceKept kept:
                yield return new() { CaseId = caseId, EventId = line.Id, Kind = MarkKind.File, Value = kept.Sha256 };
                if (kept.PerceptualHash is { } picture)
                {
                    yield return new() { CaseId = caseId, EventId = line.Id, Kind = MarkKind.Picture, Value = picture };
                }

                break;
        }
    }

    /// <summary>Rights go with the markings: of the lines, of the case, of its room. Whoever is let out is cut off.</summary>
    async Task Follow(CaseLog log, CaseRow row, Guid scope, IReadOnlyDictionary<Guid, Marked> markings, CancellationToken ct)
    {
        var all = markings[log.Events[0].Id];
        foreach (var line in await db.CaseLines.Where(l => l.CaseId == log.Id).ToListAsync(ct))
        {
            line.ScopeId = await ScopeOf(markings[line.EventId], (all, scope), ct);
        }

        if (row.ScopeId == scope)
        {
            return;
        }

        var before = await scopes.Marking(row.ScopeId, ct);
        var room = await Widening.Take(db, row.RoomId, ct);
        if (Widening.Widens(before, all))
        {
            // What was said in the room was said to those of then.
            await Widening.Pin(db, db.Messages.Where(m => m.RoomId == room.Id), row.ScopeId, ct);
            (room.LastCommonPlace, room.Widenings) = (0, room.Widenings + 1);
        }

        if (Widening.Widens(all, before))
        {
            var now = clock.GetUtcNow();
            db.Add(new Revocation { Id = Guid.CreateVersion7(now), At = now, RoomId = room.Id });
        }

        (row.ScopeId, room.ScopeId) = (scope, scope);
    }

    /// <summary>The room is called as the case is for all who may read it: not by a title that only some of them may.</summary>
    async Task Rename(CaseLog log, IReadOnlyDictionary<Guid, Marked> markings, CaseRow row, CancellationToken ct)
    {
        var all = markings[log.Events[0].Id];
        var withdrawn = log.Events.Select(e => e.Fact).OfType<Withdrawn>().Select(w => w.Target).ToHashSet();
        var title = log.Events.Where(e => e.Fact is CaseTitled && markings[e.Id].Audience is null && markings[e.Id].Tlp <= all.Tlp && !withdrawn.Contains(e.Id)).Select(e => ((CaseTitled)e.Fact).Title).LastOrDefault();
        var room = await db.Rooms.SingleAsync(r => r.Id == row.RoomId, ct);
        room.Name = NameOf(title ?? ((CaseOpened)log.Events[0].Fact).Title);
    }

    /// <summary>Null: that of the case.</summary>
    async Task<Guid?> ScopeOf(Marked marking, (Marked Marking, Guid Scope) all, CancellationToken ct)
    {
        if (marking.Audience is null && marking.Tlp == all.Marking.Tlp)
        {
            return null;
        }

        var scope = await scopes.Of(marking with { Audience = marking.Audience ?? all.Marking.Audience }, ct);
        return scope == all.Scope ? null : scope;
    }

    static string NameOf(string title) => title.Length <= Room.NameMaxLength ? title : title[..(Room.NameMaxLength - 2)].TrimEnd() + "…";
}
