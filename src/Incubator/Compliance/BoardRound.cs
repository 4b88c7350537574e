using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Actor = Beffroi.Kit.Actor;

namespace Beffroi.Incubator.Compliance;

/// <summary>Does one control: walks through the site, gathers what every look found, and keeps it as rows.</summary>
public sealed partial class BoardRound(IncubatorDb db, OwnSite site, IEnumerable<ICheck> checks, Beffroi.Kit.SiteIdentity identity, Actor actor, TimeProvider clock, ILogger<BoardRound> logger)
{
    /// <summary>One that was begun this long ago and never ended is begun again: its site was stopped.</summary>
    public static readonly TimeSpan GivenUpAfter = TimeSpan.FromMinutes(15);

    /// <summary>Does the oldest control that waits.</summary>
    /// <returns>False when none does, or another node has it.</returns>
    public async Task<bool> DoNext(string? version, CancellationToken ct)
    {
        var givenUp = clock.GetUtcNow() - GivenUpAfter;
        if (await db.CheckRuns.Where(r => r.DoneAt == null && (r.BegunAt == null || r.BegunAt < givenUp)).OrderBy(r => r.AskedAt).FirstOrDefaultAsync(ct) is not { } run)
        {
            return false;
        }

        (actor.Who, actor.Act) = ("systeme", "incubateur.controler");
        run.BegunAt = clock.GetUtcNow();
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node has it.
            db.ChangeTracker.Clear();
            return false;
        }

        await Do(run, version, ct);
        return true;
    }

    async Task Do(CheckRun run, string? version, CancellationToken ct)
    {
        var visit = new Visit(site);
        var findings = new List<Finding>();
        foreach (var check in checks)
        {
            findings.AddRange(await Look(check, visit, ct));
        }

        var grades = new Grading(identity);
        var now = clock.GetUtcNow();
        foreach (var service in HostedServices.All)
        {
            db.AddRange(Criteria.All.Select(c => CheckResult.Of(run, service, c.Number, findings, now)));
            db.AddRange((await grades.Of(service, visit, ct)).Select(g => new GradeRow { Id = Guid.CreateVersion7(now), RunId = run.Id, Service = service, Name = g.Name, Letter = g.Letter, Evidence = g.Evidence.Length <= CheckResult.EvidenceMaxLength ? g.Evidence : g.Evidence[..CheckResult.EvidenceMaxLength] }));
        }

        (run.DoneAt, run.Version) = (now, version is { Length: > CheckRun.VersionMaxLength } ? version[..CheckRun.VersionMaxLength] : version);
        await db.SaveChangesAsync(ct);
    }

    // A look that fails tells nothing: what it would have seen is unknown, and never met.
    async Task<IReadOnlyList<Finding>> Look(ICheck check, Visit visit, CancellationToken ct)
    {
        try
        {
            return await check.Look(visit, ct);
        }
        catch (Exception wrong) when (!ct.IsCancellationRequested)
        {
            Failed(check.GetType().Name, wrong);
            return [.. check.Criteria.Select(c => new Finding(c, null, Verdict.Unknown, $"contrôle impossible ({wrong.GetType().Name})"))];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The look {Check} failed: what it sees is unknown today.")]
    private partial void Failed(string check, Exception wrong);
}
