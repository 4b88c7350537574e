using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Reviews;

/// <summary>A row and the name of who wrote it; null where the person did herself.</summary>
public sealed record Signed<T>(T Row, string? Author);

/// <summary>All that was said of a result after it was computed, newest first.</summary>
public sealed record ReviewBook
{
    public required IReadOnlyList<Signed<Decision>> Decisions { get; init; }
    public required IReadOnlyList<Signed<Disagreement>> Disagreements { get; init; }
    public required IReadOnlyList<Signed<WritingReading>> Writings { get; init; }

    /// <summary>The last word on this subject; null while nobody has decided.</summary>
    public Signed<Decision>? Last(DecisionSubject about) => Decisions.FirstOrDefault(d => d.Row.About == about);

    public static async Task<ReviewBook> Read(EvaDb db, IStructures structures, Guid evaluation, CancellationToken ct)
    {
        var decisions = await db.Set<Decision>().AsNoTracking().Where(d => d.EvaluationId == evaluation).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync(ct);
        var disagreements = await db.Set<Disagreement>().AsNoTracking().Where(d => d.EvaluationId == evaluation).OrderByDescending(d => d.At).ThenByDescending(d => d.Id).ToListAsync(ct);
        var writings = await db.Set<WritingReading>().AsNoTracking().Where(r => r.EvaluationId == evaluation).OrderByDescending(r => r.At).ThenByDescending(r => r.Id).ToListAsync(ct);
        Guid[] authors = [.. decisions.Select(d => d.By).Concat(disagreements.Select(d => d.By).OfType<Guid>()).Concat(writings.Select(w => w.By)).Distinct()];
        var names = authors.Length == 0 ? new Dictionary<Guid, string>() : await structures.People(authors, ct);
        return new()
        {
            Decisions = [.. decisions.Select(d => new Signed<Decision>(d, Name(d.By)))],
            Disagreements = [.. disagreements.Select(d => new Signed<Disagreement>(d, d.By is { } by ? Name(by) : null))],
            Writings = [.. writings.Select(w => new Signed<WritingReading>(w, Name(w.By)))],
        };

        string Name(Guid account) => names.GetValueOrDefault(account, "un compte supprimé");
    }
}
