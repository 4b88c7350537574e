using Microsoft.EntityFrameworkCore;

namespace Beffroi.Incubator.Compliance;

/// <summary>One line of the board.</summary>
/// <param name="Before">What the control before saw; null when there was none.</param>
public sealed record BoardLine(Criterion Criterion, Verdict Verdict, string Evidence, Verdict? Before)
{
    public bool HasChanged => Before is { } before && before != Verdict;
}

public sealed record BoardGrade(string Name, string? Letter, string Evidence);

/// <summary>What the last control saw of one service.</summary>
public sealed record ServiceBoard(HostedService Service, IReadOnlyList<BoardLine> Lines, IReadOnlyList<BoardGrade> Grades)
{
    public string? Lowest => Grade.Lowest(Grades.Select(g => g.Letter));

    public string? Mean => Grade.Mean(Grades.Select(g => g.Letter));

    public int Count(Verdict verdict) => Lines.Count(l => l.Verdict == verdict);
}

/// <summary>The last control that was done; none yet when <see cref="At"/> is null.</summary>
public sealed record Board(DateTimeOffset? At, string? Version, DateTimeOffset? Waiting, IReadOnlyList<ServiceBoard> Services)
{
    public static async Task<Board> Read(IncubatorDb db, CancellationToken ct)
    {
        var done = await db.CheckRuns.AsNoTracking().Where(r => r.DoneAt != null).OrderByDescending(r => r.DoneAt).ThenByDescending(r => r.Id).Take(2).ToListAsync(ct);
        var waiting = await db.CheckRuns.AsNoTracking().Where(r => r.DoneAt == null).OrderBy(r => r.AskedAt).Select(r => (DateTimeOffset?)r.AskedAt).FirstOrDefaultAsync(ct);
        if (done.Count == 0)
        {
            return new(null, null, waiting, []);
        }

        var ids = done.ConvertAll(r => r.Id);
        var last = ids[0];
        var results = (await db.CheckResults.AsNoTracking().Where(r => ids.Contains(r.RunId)).ToListAsync(ct)).ToLookup(r => (r.RunId, r.Service));
        var grades = (await db.CheckGrades.AsNoTracking().Where(g => g.RunId == last).OrderBy(g => g.Letter == null).ThenBy(g => g.Name).ToListAsync(ct)).ToLookup(g => g.Service);
        var before = done.ElementAtOrDefault(1)?.Id;
        return new(done[0].DoneAt, done[0].Version, waiting, [.. HostedServices.All.Select(service => new ServiceBoard(
            service,
            [.. from r in results[(ids[0], service)] orderby r.Criterion select new BoardLine(Criteria.Of(r.Criterion), r.Verdict, r.Evidence, before is { } run ? results[(run, service)].FirstOrDefault(o => o.Criterion == r.Criterion)?.Verdict : null)],
            [.. grades[service].Select(g => new BoardGrade(g.Name, g.Letter, g.Evidence))]))]);
    }
}
