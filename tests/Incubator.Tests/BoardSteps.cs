using System.Globalization;
using System.Text.Json;
using Beffroi.Incubator.Compliance;
using Beffroi.Incubator.Securing;
using Microsoft.Extensions.DependencyInjection;
using Actor = Beffroi.Kit.Actor;

namespace Beffroi.Incubator.Tests;

/// <summary>What tests of the board have in common: a control that is asked for and done, results of tests that are loaded.</summary>
static class BoardSteps
{
    public static Verdict FindingOf(IReadOnlyList<CheckResult> results, HostedService service, int criterion) => results.Single(r => r.Service == service && r.Criterion == criterion).Verdict;

    // Another address of the same file: what was kept of the first answer is not what is looked at.
    public static async Task<string> FreshJson(SiteUnderTest site) => await (await site.SignIn(Crew.Hugo)).Http.GetStringAsync(new Uri(Addresses.BoardJson, UriKind.Relative), TestContext.Current.CancellationToken);

    public static async Task Control(SiteUnderTest site)
    {
        await using (var scope = site.Scope())
        {
            var db = scope.ServiceProvider.GetRequiredService<IncubatorDb>();
            Ask(scope.ServiceProvider, db);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await Do(site);
    }

    public static void Ask(IServiceProvider services, IncubatorDb db)
    {
        services.GetRequiredService<Actor>().Act = "test.preparer";
        db.Add(CheckRun.Asked(services.GetRequiredService<TimeProvider>().GetUtcNow(), by: null));
    }

    public static async Task Do(SiteUnderTest site, int times = 1)
    {
        for (var time = 0; time < times; time++)
        {
            await using var scope = site.Scope();
            Assert.True(await scope.ServiceProvider.GetRequiredService<BoardRound>().DoNext("essai", TestContext.Current.CancellationToken));
        }
    }

    public static async Task Load(SiteUnderTest site, string outcome, params string[] more)
    {
        var names = Criteria.All.SelectMany(c => c.Tests).Select(t => "Beffroi.Tests." + t).Concat(more);
        var file = JsonSerializer.Serialize(new { commit = "abc123", date = site.Clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), results = names.Select(name => new { name, outcome }) });
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        var (load, outcomes) = EvidenceFile.Read(file, site.Clock.GetUtcNow());
        await EvidenceFile.Keep(scope.ServiceProvider.GetRequiredService<IncubatorDb>(), load, outcomes, TestContext.Current.CancellationToken);
    }
}
