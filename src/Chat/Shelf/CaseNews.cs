using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.Pictures;
using Beffroi.Chat.Rules.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Beffroi.Chat;

/// <summary>
/// Tells people what became of cases: what they are given to do, an answer, an alert, a case that they follow, a meeting with one of theirs. Only of lines that
/// they may read. What is to be told is a row that was written with the lines (<see cref="UntoldLines"/>): it may be told late, and is not lost.
/// </summary>
public sealed partial class CaseNews(ChatDb db, Seats seats, Telling telling, TimeProvider clock, ILogger<CaseNews> logger)
{
    /// <summary>Those who wrote the lines tell of them at once; a round does if they have not by then.</summary>
    static readonly TimeSpan First = TimeSpan.FromSeconds(20);

    static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Lines that are told of in the request that writes them: a file brings more, and a round tells of those.</summary>
    const int MostAtOnce = 50;

    /// <summary>Other cases whose logs are read for one thing that they have in common: what is in more says nothing of any.</summary>
    const int MostMet = 200;

    /// <summary>Logs that are held together.</summary>
    const int MostHeld = 50;

    public static UntoldLines Untold(Guid caseId, int after, int until, Guid? alert, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), CaseId = caseId, After = after, Until = until, AlertId = alert, NextAt = alert is null && until - after > MostAtOnce ? now : now + First };

    /// <summary>After the commit, by whoever wrote the lines. Never fails: what could not be told is tried again.</summary>
    public async Task Tell(CaseShelf shelf, IReadOnlyList<UntoldLines> untold)
    {
        foreach (var some in untold)
        {
            db.Entry(some).State = EntityState.Detached;
        }

        foreach (var some in untold.Where(u => u.AlertId is not null || u.Until - u.After <= MostAtOnce))
        {
            await Try(shelf, some);
        }
    }

    /// <summary>Told, and its row gone; or kept for later.</summary>
    public async Task Try(CaseShelf shelf, UntoldLines untold)
    {
        try
        {
            if (await shelf.Load(untold.CaseId, CancellationToken.None) is { } log)
            {
                await (untold.AlertId is { } alert ? Alert(log, alert) : Tell(shelf, log, untold, CancellationToken.None));
            }

#pragma warning disable RS0030 // What is left to tell is no act of its own: the lines are audited, and so are the notices.
            await db.UntoldLines.Where(u => u.Id == untold.Id).ExecuteDeleteAsync(CancellationToken.None);
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            Failed(wrong, untold.CaseId);
            db.ChangeTracker.Clear();
            var (tries, next) = (untold.Tries + 1, clock.GetUtcNow() + TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, First.Ticks << Math.Min(untold.Tries, 12))));
            try
            {
                await db.UntoldLines.Where(u => u.Id == untold.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.Tries, tries).SetProperty(u => u.NextAt, next), CancellationToken.None);
            }
            catch (Exception again) when (again is not OutOfMemoryException)
            {
                // The row is there as it was: the next round takes it up.
                Failed(again, untold.CaseId);
            }
#pragma warning restore RS0030
        }
    }

    async Task Tell(CaseShelf shelf, CaseLog log, UntoldLines untold, CancellationToken ct)
    {
        var lines = log.Events.Where(l => l.Number > untold.After && l.Number <= untold.Until).ToList();
        List<Notice> notices = [.. lines.SelectMany(l => ByName(log, l))];
        var followers = await Followers(FollowingKind.Case, log.Id, ct);
        if (lines.Exists(l => l.Fact is CriterionAssessed))
        {
            notices.AddRange((await Followers(FollowingKind.Qualified, Guid.Empty, ct)).Select(f => new Notice(f, null, NoticeReason.Qualified, log.Id, log.Id)));
        }

        await telling.Tell(await Readable(log, lines, followers, notices, ct), null, ct);
        foreach (var line in lines)
        {
            await Meetings(shelf, log, line, ct);
        }
    }

    /// <summary>All the people of its partners.</summary>
    async Task Alert(CaseLog log, Guid alert)
    {
        if (log.Events.Find(e => e.Id == alert) is not { Fact: AlertSent sent } line)
        {
            return;
        }

        var people = await db.Members.Where(m => sent.To.Contains(m.OrganisationId) && m.LeftAt == null).Select(m => m.AccountId).Distinct().ToListAsync();
        var room = await db.Cases.Where(c => c.Id == log.Id).Select(c => c.RoomId).SingleAsync();
        await telling.Tell([.. people.Select(p => new Notice(p, line.Author.Person, NoticeReason.Alert, alert, log.Id))], room, CancellationToken.None);
    }

    static IEnumerable<Notice> ByName(CaseLog log, CaseEvent line)
    {
        var given = line.Fact switch
        {
            RunStepSet set => set.Owner,
            ReactionProposed proposed => proposed.Owner,
            ReactionDecided decided => decided.Owner,
            _ => null,
        };
        if (given is { } owner)
        {
            yield return new(owner, line.Author.Person, NoticeReason.Assigned, line.Id, log.Id);
        }

        if (line.Fact is ArgumentMade { ReplyTo: { } to } && log.Events.Find(e => e.Id == to)?.Author.Person is { } asked)
        {
            yield return new(asked, line.Author.Person, NoticeReason.Reply, line.Id, log.Id);
        }
    }

    /// <summary>
    /// Whether the line is among those that each of them reads: it may quote one that they do not. Whoever follows the case is told once of a writing, however many lines it has.
    /// </summary>
    async Task<List<Notice>> Readable(CaseLog log, List<CaseEvent> lines, List<Guid> followers, List<Notice> notices, CancellationToken ct)
    {
        var kept = new List<Notice>();
        var people = notices.Select(n => n.To).Union(followers).ToList();
        var found = people.Count == 0 ? null : await seats.Of(people, ct);
        foreach (var person in people)
        {
            if (found!.TryGetValue(person, out var seat) && CaseView.For(log, seat.Reader) is { } view)
            {
                var set = notices.Exists(n => n.To == person && n.Reason is NoticeReason.Qualified) ? await SetOf(seat, ct) : Convention.Five;
                kept.AddRange(notices.Where(n => n.To == person && (n.Reason is NoticeReason.Qualified ? CriteriaSheet.Of(view.State, set).IsQualified : view.Find(n.Subject) is not null)));
                if (followers.Contains(person) && lines.FindLast(l => l.Author.Person != person && view.Find(l.Id) is not null) is { } last)
                {
                    kept.Add(new(person, last.Author.Person, NoticeReason.Followed, last.Id, log.Id));
                }
            }
        }

        return kept;
    }

    /// <summary>A case is qualified for somebody by the criteria of their own organisation, where it has some.</summary>
    async Task<CriteriaSet> SetOf(Seat seat, CancellationToken ct) => seat.OrganisationId is { } organisation
        && await db.OwnCriteria.Where(c => c.OrganisationId == organisation).OrderByDescending(c => c.Version).Select(c => c.Content).FirstOrDefaultAsync(ct) is { } own
            ? CaseJson.Read<CriteriaSet>(own) : Convention.Five;

    /// <summary>Those who opened another case with the same thing, where its author may not read that case: told that somebody else has met it, and no more.</summary>
    async Task Meetings(CaseShelf shelf, CaseLog log, CaseEvent line, CancellationToken ct)
    {
        if (line.Author.Person is not { } person)
        {
            return;
        }

        var author = line.Author.Organisation is { } organisation ? Reader.Member(person, organisation) : Reader.Guest(person, log.Id);
        foreach (var some in (await Meeting(line, ct)).Chunk(MostHeld))
        {
            await Meetings(log, line, author, await Logs(shelf, some, ct), ct);
        }
    }

    async Task Meetings(CaseLog log, CaseEvent line, Reader author, List<CaseLog> logs, CancellationToken ct)
    {
        foreach (var (told, caseId) in JoinProposals.ToTell(log, line, author, logs))
        {
            var opener = logs.First(l => l.Id == caseId).Events[0].Author.Person;
            var people = await db.Members.Where(m => m.OrganisationId == told && m.LeftAt == null && (m.IsReferent || m.AccountId == opener)).Select(m => m.AccountId).ToListAsync(ct);
            await telling.Tell([.. people.Select(p => new Notice(p, null, NoticeReason.JoinProposed, caseId, caseId))], null, ct);
        }
    }

    /// <summary>The other cases where what the line says was met.</summary>
    async Task<List<Guid>> Meeting(CaseEvent line, CancellationToken ct) => line.Fact switch
    {
        ObservableNoted noted => await SameValue(line.CaseId, MarkKind.Observable, noted.Observable.Key, ct),
        EvidenceKept kept => [.. (await SameValue(line.CaseId, MarkKind.File, kept.Sha256, ct)).Union(await Alike(line.CaseId, kept, ct))],
        _ => [],
    };

    static async Task<List<CaseLog>> Logs(CaseShelf shelf, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var logs = new List<CaseLog>();
        foreach (var id in ids)
        {
            if (await shelf.Load(id, ct) is { } other)
            {
                logs.Add(other);
            }
        }

        return logs;
    }

    /// <summary>The latest first.</summary>
    Task<List<Guid>> SameValue(Guid caseId, MarkKind kind, string value, CancellationToken ct) =>
        db.Cases.Where(c => c.Id != caseId && db.CaseMarks.Any(m => m.CaseId == c.Id && m.Kind == kind && m.Value == value)).OrderByDescending(c => c.ChangedAt).ThenBy(c => c.Id).Take(MostMet).Select(c => c.Id).ToListAsync(ct);

    async Task<IEnumerable<Guid>> Alike(Guid caseId, EvidenceKept kept, CancellationToken ct)
    {
        if (PictureHash.Read(kept.PerceptualHash) is not { } picture)
        {
            return [];
        }

        // Ten bits of sixty-four may differ: no part of the hash is sure to be the same, so each is compared, one at a time and nothing else of it.
        var found = new HashSet<Guid>();
        await foreach (var mark in db.CaseMarks.Where(m => m.CaseId != caseId && m.Kind == MarkKind.Picture).Select(m => new { m.CaseId, m.Value }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (PictureHash.Read(mark.Value) is { } other && picture.IsNear(other) && found.Add(mark.CaseId) && found.Count == MostMet)
            {
                break;
            }
        }

        return found;
    }

    Task<List<Guid>> Followers(FollowingKind kind, Guid target, CancellationToken ct) =>
        db.Followings.Where(f => f.Kind == kind && f.TargetId == target).Select(f => f.AccountId).ToListAsync(ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "People could not be told of what was written in the case {Case}; it is tried again.")]
    private partial void Failed(Exception wrong, Guid @case);
}
