using System.Collections.Concurrent;
using Beffroi.Eva.Orientation;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.OrientationFiles;

/// <summary>A file in use, without its content.</summary>
public sealed record FileHead(Guid Id, FileKind Kind, FileUse Use, string Source, DateOnly MeasuredOn, string FileName, Guid? AuthorId, DateTimeOffset At, int Count);

/// <summary>What the imported files tell. A file's content never changes: one that was read once is kept by this process under its identifier.</summary>
public static class OrientationShelf
{
    const int Kept = 8;

    /// <summary>Fewer projects than that make no share worth telling (ours: at 20, one project more or less is five points).</summary>
    public const int FewestProjects = 20;

    static readonly ConcurrentDictionary<Guid, FileContent> Read = new();

    /// <summary>The file in use, for each use that has one.</summary>
    public static async Task<FileHead?> Current(EvaDb db, FileUse use, CancellationToken ct) =>
        await db.OrientationFiles.AsNoTracking().Where(f => f.Use == use && f.ConfirmedAt != null).OrderByDescending(f => f.ConfirmedAt).ThenByDescending(f => f.Id)
            .Select(f => new FileHead(f.Id, f.Kind, f.Use, f.Source, f.MeasuredOn, f.FileName, f.AuthorId, f.ConfirmedAt!.Value, f.Count)).FirstOrDefaultAsync(ct);

    /// <summary>When a file is put in use: after the one in use now, even within the same instant, so that the last one counts.</summary>
    public static async Task<DateTimeOffset> After(EvaDb db, FileUse use, DateTimeOffset now, CancellationToken ct) =>
        await Current(db, use, ct) is { } file && file.At >= now ? file.At.AddMilliseconds(1) : now;

    public static async Task<FileContent> Content(EvaDb db, Guid id, CancellationToken ct)
    {
        if (Read.TryGetValue(id, out var known))
        {
            return known;
        }

        var content = FileContent.FromJson(await db.OrientationFiles.Where(f => f.Id == id).Select(f => f.Content).SingleAsync(ct));
        if (Read.Count >= Kept)
        {
            Read.Clear();
        }

        return Read[id] = content;
    }

    /// <summary>The tension of trades in a département; a family that it does not tell is taken from the whole of France. Null where nothing was imported.</summary>
    public static async Task<TensionView?> Tension(EvaDb db, string? department, CancellationToken ct)
    {
        if (await Current(db, FileUse.Tension, ct) is not { } file)
        {
            return null;
        }

        var passage = await Current(db, FileUse.Passage, ct) is { } table ? (await Content(db, table.Id, ct)).Passage : [];
        return View(file, (await Content(db, file.Id, ct)).Tension, new(passage), department);
    }

    public static TensionView View(FileHead file, IReadOnlyList<TensionRow> rows, FapRome passage, string? department)
    {
        var joined = from row in rows
                     let local = string.Equals(row.Territory, department, StringComparison.Ordinal)
                     where local || row.Territory is TensionRow.France
                     from rome in passage.Of(row)
                     group row by (rome, Local: local) into together
                     let line = Line([.. together], together.Key.Local)
                     where line is not null
                     select (together.Key.rome, together.Key.Local, Line: line);
        return new()
        {
            Source = file.Source,
            MeasuredOn = file.MeasuredOn,
            Territory = department is null ? "France entière" : $"département {department}",
            Lines = joined.GroupBy(j => j.rome, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.OrderByDescending(j => j.Local).First().Line, StringComparer.Ordinal),
        };
    }

    public static async Task<IReadOnlyList<Offer>> Offers(EvaDb db, CancellationToken ct) =>
        await Current(db, FileUse.Offres, ct) is { } file ? (await Content(db, file.Id, ct)).Offers : [];

    // Several families for one trade: their projects together; of classes, the lowest, so that nothing is promised.
    static TensionLine? Line(IReadOnlyList<TensionRow> rows, bool local)
    {
        var family = string.Join(", ", rows.Select(r => r.Name).Distinct(StringComparer.Ordinal)) + (local ? "" : ", France entière");
        if (rows.Min(r => r.Class) is { } level)
        {
            return new(null, level, family);
        }

        var (projects, difficult) = (rows.Sum(r => r.Projects ?? 0), rows.Sum(r => r.Difficult ?? 0));
        return projects >= FewestProjects ? new((double)difficult / projects, null, family) : null;
    }
}
