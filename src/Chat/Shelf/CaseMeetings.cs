using Beffroi.Chat.Cases;
using Beffroi.Chat.Evidence.Pictures;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Chat;

/// <summary>Cases that have something in common: an observable, a file, a picture that looks the same.</summary>
public sealed class CaseMeetings(ChatDb db, Scopes scopes, CaseShelf shelf)
{
    /// <summary>Other cases of this reader with something of this one; of the others nothing comes here.</summary>
    public async Task<IReadOnlyList<CaseView>> Others(CaseView view, Reader reader, CancellationToken ct)
    {
        var values = view.State.Observables.Select(o => o.Fact.Observable.Key).Concat(view.State.Evidence.Select(e => e.Kept.Fact.Sha256)).Distinct(StringComparer.Ordinal).ToList();
        var readable = scopes.CasesOf(reader).Select(c => c.Id);
        var ids = await db.CaseMarks.Where(m => m.CaseId != view.CaseId && m.Kind != MarkKind.Picture && values.Contains(m.Value) && readable.Contains(m.CaseId)).Select(m => m.CaseId).Distinct().ToListAsync(ct);
        return await shelf.Views(reader, ids, ct);
    }

    /// <summary>Evidence that is this file or looks like it, in this case and in the reader's others.</summary>
    public async Task<IReadOnlyList<Twin>> Twins(CaseView view, Stated<EvidenceKept> evidence, Reader reader, CancellationToken ct)
    {
        var (sha, picture) = (evidence.Fact.Sha256, PictureHash.Read(evidence.Fact.PerceptualHash));
        var isPicture = picture is not null;
        var readable = scopes.CasesOf(reader).Select(c => c.Id);
        var near = new List<(Guid CaseId, Guid EventId)>();
        await foreach (var mark in db.CaseMarks
            .Where(m => readable.Contains(m.CaseId) && m.EventId != evidence.Id && ((m.Kind == MarkKind.File && m.Value == sha) || (isPicture && m.Kind == MarkKind.Picture)))
            .Select(m => new { m.CaseId, m.EventId, m.Kind, m.Value }).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (mark.Kind is MarkKind.File || (PictureHash.Read(mark.Value) is { } other && picture!.Value.IsNear(other)))
            {
                near.Add((mark.CaseId, mark.EventId));
            }
        }

        var views = await shelf.Views(reader, [.. near.Select(m => m.CaseId).Distinct()], ct);
        return
        [
            .. from v in views
               from e in v.State.Evidence
               where near.Exists(m => m.EventId == e.Kept.Id)
               let same = string.Equals(e.Kept.Fact.Sha256, sha, StringComparison.Ordinal)
               orderby same descending, e.Kept.At, v.CaseId
               select new Twin(v.CaseId, v.State.Title, e.Kept, same),
        ];
    }
}

/// <param name="IsSame">To the byte; else it is a picture that looks the same.</param>
public sealed record Twin(Guid CaseId, string Title, Stated<EvidenceKept> Evidence, bool IsSame);
