using System.Security.Cryptography;
using System.Text;
using Beffroi.Chat.CaseList;
using Beffroi.Chat.Cases;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>
/// Cases as rows that lists can be asked of: what a reader's view of each says, kept until the case has another line. Members of an organisation whom nothing in a
/// case is about read it alike, and share a row; who wrote in it or is named by it has their own. Which cases a reader may know of is asked each time.
/// </summary>
public sealed class CaseFaces(ChatDb db, Scopes scopes, CaseShelf shelf, Actor actor)
{
    const int MostAtOnce = 100;

    /// <summary>Faces of all that this reader may know of, as they are now.</summary>
    public async Task<IQueryable<CaseFace>> Of(Seat seat, CriteriaSet? own, CancellationToken ct)
    {
        var (me, alone, set) = (seat.AccountId, Alone(seat), IdOf(own));
        var together = seat.OrganisationId ?? alone;
        var cases = scopes.CasesOf(seat.Reader).Select(c => new { c.Id, c.Lines, Reader = db.CasePeople.Any(p => p.CaseId == c.Id && p.AccountId == me) ? alone : together });
        var stale = await cases.Where(c => !db.CaseFaces.Any(f => f.CaseId == c.Id && f.ReaderId == c.Reader && f.Lines == c.Lines && f.SetId == set)).Select(c => new { c.Id, c.Reader }).ToListAsync(ct);
        foreach (var some in stale.Chunk(MostAtOnce))
        {
            await Make([.. some.Select(s => (s.Id, s.Reader))], seat, own, set, ct);
        }

        return db.CaseFaces.AsNoTracking().Where(f => f.SetId == set && cases.Any(c => c.Id == f.CaseId && c.Reader == f.ReaderId && c.Lines == f.Lines));
    }

    /// <summary>What waits in them.</summary>
    public IQueryable<WaitingPoint> Points(IQueryable<CaseFace> faces, DateTimeOffset now) =>
        db.WaitingPoints.AsNoTracking().Where(p => (!p.OnlyLate || p.DueAt < now) && faces.Any(f => f.CaseId == p.CaseId && f.ReaderId == p.ReaderId));

    async Task Make((Guid Case, Guid Reader)[] stale, Seat seat, CriteriaSet? own, Guid set, CancellationToken ct)
    {
        var (faces, points) = (new List<CaseFace>(), new List<WaitingPoint>());
        foreach (var (id, key) in stale)
        {
            var reader = key == seat.OrganisationId ? Reader.OfOrganisation(key) : seat.Reader;
            if (await shelf.Load(id, ct) is { } log && CaseView.For(log, reader) is { } view)
            {
                var summary = CaseSummary.Of(view, own, DateTimeOffset.MinValue);
                faces.Add(new()
                {
                    CaseId = id,
                    ReaderId = key,
                    Lines = log.Events.Count,
                    SetId = set,
                    Title = summary.Title,
                    Phase = summary.Phase,
                    Tlp = summary.Tlp,
                    IsClosed = summary.IsClosed,
                    ChangedAt = summary.ChangedAt,
                    IsQualified = summary.IsQualified,
                    IsQualifiedForOwn = summary.IsQualifiedForOwn,
                    IsMine = summary.Authors.Contains(seat.AccountId),
                    Words = CaseFilter.Fold(summary.Words),
                });
                points.AddRange(OpenPoints.Of(view, own ?? Convention.Five).Select((p, i) => new WaitingPoint { CaseId = id, ReaderId = key, Number = i, Reason = p.Reason, LineId = p.Id, Since = p.Since, Words = p.Words, DueAt = p.DueAt, OnlyLate = p.OnlyLate }));
            }
        }

        try
        {
            await Keep(faces, points, ct);
        }
        catch (DbUpdateException)
        {
            // Made at the same moment by another request of the same readers: theirs is as good.
            db.ChangeTracker.Clear();
        }
    }

    async Task Keep(List<CaseFace> faces, List<WaitingPoint> points, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var some in faces.GroupBy(f => f.ReaderId))
        {
            var ids = some.Select(f => f.CaseId).ToList();
#pragma warning disable RS0030 // What is derived from the log is no act of anybody.
            await db.CaseFaces.Where(f => f.ReaderId == some.Key && ids.Contains(f.CaseId)).ExecuteDeleteAsync(ct);
            await db.WaitingPoints.Where(p => p.ReaderId == some.Key && ids.Contains(p.CaseId)).ExecuteDeleteAsync(ct);
#pragma warning restore RS0030
        }

        actor.Act ??= "discussion.lire";
        db.AddRange(faces);
        db.AddRange(points);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        db.ChangeTracker.Clear();
    }

    /// <summary>A person where they sit: elsewhere they read otherwise.</summary>
    static Guid Alone(Seat seat) => Hash($"{seat.AccountId}\n{seat.OrganisationId}\n{seat.OnlyCase}");

    static Guid IdOf(CriteriaSet? own) => own is null ? Guid.Empty : Hash(CaseJson.Write(own));

    static Guid Hash(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16]);
}
