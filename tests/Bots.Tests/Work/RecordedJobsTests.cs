using Beffroi.Accounts;
using Beffroi.Bots.Alerting;
using Beffroi.Bots.Analysing;
using Beffroi.Cli.World;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Work;

/// <summary>What the detector finds and marks by itself stops with its assessment, and goes on with it.</summary>
public sealed class RecordedJobsTests
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, ClassData(typeof(Engines))]
    public async Task Nothing_is_found_nor_marked_until_the_assessment_is_in_force(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.PlantBots(Ct);
        // What was collected a moment ago is left for the next round.
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        await site.WriteBots(async db =>
        {
            db.RemoveRange(await db.Turns.ToListAsync(Ct));
            db.RemoveRange(await db.Grains.Where(g => g.Kind == MarkRound.Kind).ToListAsync(Ct));
            await db.SaveChangesAsync(Ct);
        });
        var record = site.ReadAccounts(db => db.TreatmentRecords.AsNoTracking().Single(r => r.Service == BotsAssessment.Template.Key));
        await site.Write<AccountsDb>(db => db.Remove(record));

        await Work(site);
        Assert.Equal((0, 0), Done(site));

        await site.Write<AccountsDb>(db => db.Add(record));
        await Work(site);
        Assert.True(Done(site) is (Looked: > 0, Followed: > 0), $"{Done(site)}");
    }

    static (int Looked, long Followed) Done(SiteUnderTest site) => site.ReadBots(db => (db.Turns.Count(), db.Grains.Where(g => g.Kind == MarkRound.Kind).Sum(g => g.Seq)));

    static async Task Work(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        using var finding = ActivatorUtilities.CreateInstance<FindingJob>(scope.ServiceProvider);
        using var marking = ActivatorUtilities.CreateInstance<MarkJob>(scope.ServiceProvider);
        await finding.Turn(Ct);
        await marking.UpToDate(Ct);
    }
}
