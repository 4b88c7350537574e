using System.Security.Cryptography;
using Beffroi.Chat.Cases;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>
/// Where cases are kept: the one way to read one and to write in one. Lines, rights, projections and whatever comes with them are saved in one transaction;
/// of two who write at once, the second reads again and is judged again.
/// </summary>
public sealed class CaseShelf(ChatDb db, Scopes scopes, CaseKeeping keeping, CaseReadings readings, CaseNews news, KeptLogs kept, Naming naming, Live.LiveLine line, TimeProvider clock)
{
    /// <summary>Each time somebody else was faster: as many may write at once.</summary>
    const int MostTurns = 200;

    /// <summary>Where nobody was faster, what fails would fail again; a marking that two people make at once is the exception.</summary>
    const int MostFailures = 3;

    /// <summary>The whole log, for what works for nobody in particular: metrics, notices, archives. Never shown.</summary>
    public async Task<CaseLog?> Load(Guid caseId, CancellationToken ct)
    {
        var known = kept.Of(caseId);
        // The last known line is asked for again: it proves that the log goes on from there.
        var from = known?.Log.Events.Count ?? 1;
        var lines = await Lines(caseId, from, ct);
        if (known is not null && (lines.Count == 0 || !string.Equals(lines[0], known.Last, StringComparison.Ordinal)))
        {
            kept.Forget(caseId);
            (known, lines) = (null, await Lines(caseId, 1, ct));
        }

        if (lines.Count == 0)
        {
            return null;
        }

        if (known is not null && lines.Count == 1)
        {
            return known.Log;
        }

        var log = known is null ? CaseLog.Of(lines.Select(CaseJson.Read<CaseEvent>)) : known.Log.Continued(lines.Skip(1).Select(CaseJson.Read<CaseEvent>));
        kept.Keep(new(log, lines[^1]));
        return log;
    }

    /// <summary>The case as this reader may know it; null where they may not know that there is one.</summary>
    public async Task<CaseView?> View(Guid caseId, Reader reader, CancellationToken ct) =>
        await scopes.CasesOf(reader).AnyAsync(c => c.Id == caseId, ct) && await Load(caseId, ct) is { } log ? CaseView.For(log, reader, await naming.Masking(ct)) : null;

    /// <summary>The case as somebody opens it on a screen: whoever shared something restricted in it may know that it was read.</summary>
    public async Task<CaseView?> Read(Guid caseId, Seat seat, CancellationToken ct)
    {
        var view = await View(caseId, seat.Reader, ct);
        if (view is not null)
        {
            await readings.Note(view, seat, ReadingAct.Read, null, ct);
        }

        return view;
    }

    /// <summary>All that a reader may know of, or those of them that are asked for.</summary>
    public async Task<IReadOnlyList<CaseView>> Views(Reader reader, IReadOnlyCollection<Guid>? among, CancellationToken ct)
    {
        var rows = scopes.CasesOf(reader);
        if (among is not null)
        {
            rows = rows.Where(c => among.Contains(c.Id));
        }

        var last = await (from c in rows join l in db.CaseLines on new { CaseId = c.Id, Number = c.Lines } equals new { l.CaseId, l.Number } select new { c.Id, l.Content }).ToListAsync(ct);
        var (views, masking) = (new List<CaseView>(), await naming.Masking(ct));
        foreach (var row in last)
        {
            var log = kept.Of(row.Id) is { } known && string.Equals(known.Last, row.Content, StringComparison.Ordinal) ? known.Log : await Load(row.Id, ct);
            if (log is not null && CaseView.For(log, reader, masking) is { } view)
            {
                views.Add(view);
            }
        }

        return views;
    }

    /// <summary>Opens a case, its room with it. When it is there already nothing is written: the answer is the case, or no view where its opener does not share it.</summary>
    /// <param name="drafts">The opening, then what is known from the start.</param>
    /// <param name="with">More to save in the same transaction; called again at each turn.</param>
    public Task<CaseReply> Open(Guid caseId, Seat seat, IReadOnlyList<CaseDraft> drafts, CancellationToken ct, Func<CaseRow, Task>? with = null) =>
        InTurns(caseId, async log =>
        {
            if (log is not null)
            {
                return new() { View = await View(caseId, seat.Reader, ct) };
            }

            if (drafts[0].Fact is not CaseOpened opening)
            {
                throw new ArgumentException("A case begins with its opening.", nameof(drafts));
            }

            Fault[] faults = [.. opening.Faults(new(), drafts[0]), .. Clocks.Faults(drafts[0], clock.GetUtcNow()), .. OwnPlace.Faults(drafts[0].Marking, seat)];
            return faults.Length > 0 ? new() { Faults = faults } : await Save(CaseLog.Of(caseId).With(drafts[0], clock, Random), 0, seat, [.. drafts.Skip(1)], with, ct);
        }, ct);

    /// <summary>Takes in a whole log as it is: one that was imported. It must not be there already.</summary>
    public Task<CaseReply> Take(CaseLog log, Seat seat, CancellationToken ct, Func<CaseRow, Task>? with = null) =>
        InTurns(log.Id, async there => there is not null ? new() { View = await View(log.Id, seat.Reader, ct) } : await Keep(log, 0, seat, with, ct), ct);

    /// <summary>Writes in a case, all or nothing. A line that is there already is not written twice.</summary>
    /// <param name="with">More to save in the same transaction; called again at each turn.</param>
    public Task<CaseReply> Write(Guid caseId, Seat seat, IReadOnlyList<CaseDraft> drafts, CancellationToken ct, Func<CaseRow, Task>? with = null) =>
        InTurns(caseId, log => Written(caseId, log, seat, drafts, with, ct), ct);

    /// <summary>Writes in two cases, in both or in neither.</summary>
    public async Task<(CaseReply One, CaseReply Other)> WriteBoth((Guid CaseId, IReadOnlyList<CaseDraft> Drafts) one, (Guid CaseId, IReadOnlyList<CaseDraft> Drafts) other, Seat seat, CancellationToken ct)
    {
        var replies = await InTurns([one.CaseId, other.CaseId], async logs =>
        [
            await Written(one.CaseId, logs[0], seat, one.Drafts, null, ct),
            await Written(other.CaseId, logs[1], seat, other.Drafts, null, ct),
        ], ct);
        return (replies[0], replies[1]);
    }

    async Task<CaseReply> Written(Guid caseId, CaseLog? log, Seat seat, IReadOnlyList<CaseDraft> drafts, Func<CaseRow, Task>? with, CancellationToken ct) =>
        log is null || !await scopes.CasesOf(seat.Reader).AnyAsync(c => c.Id == caseId, ct) ? new() : await Save(log, log.Events.Count, seat, drafts, with, ct);

    async Task<CaseReply> Save(CaseLog log, int before, Seat seat, IReadOnlyList<CaseDraft> drafts, Func<CaseRow, Task>? with, CancellationToken ct)
    {
        var seen = CaseView.For(log, seat.Reader);
        foreach (var draft in drafts.Where(d => !log.Events.Exists(e => e.Id == d.Id)))
        {
            if (seen is not { } view)
            {
                return new();
            }

            Fault[] faults = [.. view.Faults(draft), .. Clocks.Faults(draft, clock.GetUtcNow()), .. before > 0 ? CaseLeading.Faults(view, draft.Fact, seat.Author) : [], .. draft.Fact is MarkingChanged change && change.Target == log.Events[0].Id ? OwnPlace.Faults(change.To, seat) : []];
            if (faults.Length > 0)
            {
                return new() { View = view, Faults = faults };
            }

            var known = log.Events.Count;
            log = Widening.Before(log, draft).Append(draft).Aggregate(log, (l, d) => l.With(d, clock, Random));
            seen = CaseView.After(view, log, known, seat.Reader);
        }

        return await Keep(log, before, seat, with, ct);
    }

    async Task<CaseReply> Keep(CaseLog log, int before, Seat seat, Func<CaseRow, Task>? with, CancellationToken ct)
    {
        var view = CaseView.For(log, seat.Reader, await naming.Masking(ct));
        if (log.Events.Count > before)
        {
            // Judged before: whoever writes a thousand lines holds the writer for as long as they are saved. Somebody who was faster is seen by the number of lines.
            await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
            var row = await keeping.Keep(log, before, seat, ct);
            db.Add(CaseNews.Untold(log.Id, before, log.Events.Count, null, clock.GetUtcNow()));
            if (with is not null)
            {
                await with(row);
            }

            await db.SaveChangesAsync(ct);
            if (transaction is not null && view is not null)
            {
                await transaction.CommitAsync(ct);
            }
        }

        return new() { View = view, Written = view is null ? [] : [.. log.Events.Skip(before).Where(e => view.Find(e.Id) is not null)] };
    }

    async Task<CaseReply> InTurns(Guid caseId, Func<CaseLog?, Task<CaseReply>> turn, CancellationToken ct) => (await InTurns([caseId], async logs => [await turn(logs[0])], ct))[0];

    /// <summary>Reads, judges and saves as one; again when somebody else wrote in between. Of several cases, all are written or none is.</summary>
    async Task<IReadOnlyList<CaseReply>> InTurns(IReadOnlyList<Guid> cases, Func<IReadOnlyList<CaseLog?>, Task<IReadOnlyList<CaseReply>>> turn, CancellationToken ct)
    {
        for (var (turns, failures) = (1, 0); ; turns++)
        {
            var before = cases.ToDictionary(c => c, _ => 0);
            IReadOnlyList<CaseReply> written;
            try
            {
                // Of one case, what is judged is judged before the database is held.
                await using var transaction = cases.Count > 1 ? await db.Database.BeginTransactionAsync(ct) : null;
                var logs = new List<CaseLog?>();
                foreach (var id in cases)
                {
                    logs.Add(await Load(id, ct));
                    before[id] = logs[^1]?.Events.Count ?? 0;
                }

                written = await turn(logs);
                if (transaction is not null && written.All(w => w.IsDone))
                {
                    await transaction.CommitAsync(ct);
                }
            }
            catch (Exception failed) when (failed is DbUpdateException or StaleCaseException && turns < MostTurns)
            {
                db.ChangeTracker.Clear();
                if (!await IsStale(before, ct) && ++failures > MostFailures)
                {
                    throw;
                }

                continue;
            }

            if (cases.Count > 1 && !written.All(w => w.IsDone))
            {
                // What the turn of another of them had begun to save is gone with the transaction.
                db.ChangeTracker.Clear();
                return [.. written.Select(w => w with { Written = [] })];
            }

            if (!written.All(w => w.IsDone))
            {
                return written;
            }

            foreach (var cut in db.ChangeTracker.Entries<Revocation>().Select(e => e.Entity).ToList())
            {
                line.Cut(cut);
            }

            // The lines are kept: whoever wrote them is told so, whatever becomes of the notices.
            await news.Tell(this, [.. db.UntoldLines.Local.Where(u => cases.Contains(u.CaseId))]);
            return written;
        }
    }

    async Task<bool> IsStale(Dictionary<Guid, int> before, CancellationToken ct)
    {
        foreach (var (id, lines) in before)
        {
            if (await db.CaseLines.AnyAsync(l => l.CaseId == id && l.Number > lines, ct))
            {
                return true;
            }
        }

        return false;
    }

    Task<List<string>> Lines(Guid caseId, int from, CancellationToken ct) =>
        db.CaseLines.Where(l => l.CaseId == caseId && l.Number >= from).OrderBy(l => l.Number).Select(l => l.Content).ToListAsync(ct);

    static readonly RandomNumberGenerator Random = RandomNumberGenerator.Create();
}

/// <summary>Somebody wrote in the case since it was read.</summary>
sealed class StaleCaseException() : Exception("The case has more lines than when it was read.");

/// <summary>Nobody shuts themselves out of what they share.</summary>
static class OwnPlace
{
    public static IEnumerable<Fault> Faults(Marked marking, Seat seat) => marking.Audience is { } audience && !audience.Holds(seat.Reader, marking.Tlp)
        ? [new("Marking", "Vous n’en feriez plus partie vous-même\u00A0: ajoutez-vous, ou votre organisation.", "You would not be among them yourself: add yourself, or your organisation.")]
        : [];
}
