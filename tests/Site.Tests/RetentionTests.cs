using System.Net;
using Beffroi.Accounts;
using Beffroi.Incubator;
using Beffroi.Incubator.Compliance;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Site.Tests;

/// <summary>C15: what each round of the night would take is told before, module by module, and telling takes nothing.</summary>
public sealed class RetentionTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task C15_A_dry_run_of_every_round_counts_what_goes_and_takes_nothing(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Furnish();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/admin/effacements");
        Assert.Equal(["Annonces politiques", "Comptes", "Discussion", "Détecteur de robots", "Encyclopédie", "Eva", "Incubateur", "Journal des actions"], camille.Page.QuerySelectorAll("main h2").Select(h => h.TextContent.Trim()).Order(StringComparer.Ordinal));

        await site.Write<IncubatorDb>(db => db.AddRange(Enumerable.Range(0, 5).Select(n => new CheckRun { Id = Guid.NewGuid(), AskedAt = SiteUnderTest.Start.AddDays(-500 - n), AskedBy = null, BegunAt = SiteUnderTest.Start.AddDays(-500 - n), DoneAt = SiteUnderTest.Start.AddDays(-500 - n), Version = "essai" })));
        // Six years later, all that the world holds of people is past its time: Eva keeps 60 months.
        site.Clock.Advance(TimeSpan.FromDays(2200));
        camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/admin/effacements");
        var told = Told(camille);
        await camille.Open("/admin/effacements");
        Assert.Equal(told, Told(camille));

        var runs = site.ReadIncubator(db => db.CheckRuns.Count());
        Assert.Equal(runs - 2, told["Contrôles de conformité"]);
        var journal = site.ReadAccounts(db => db.Audit.AsNoTracking().ToList()).Count(a => a.At < site.Clock.GetUtcNow().AddMonths(-12)) + site.ReadIncubator(db => db.Audit.AsNoTracking().ToList()).Count(a => a.At < site.Clock.GetUtcNow().AddMonths(-12));
        Assert.True(told["Lignes du journal, de tous les services"] >= journal && journal > 0);
        Assert.Equal(site.ReadAccounts(db => db.Requests.AsNoTracking().ToList()).Count(r => r.ClosedAt < site.Clock.GetUtcNow().AddMonths(-12)), told["Demandes closes"]);
    }

    [Fact]
    public async Task Only_a_superadmin_reads_it()
    {
        await using var site = await SiteUnderTest.WithWorld();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignIn(Crew.Admin)).Open("/admin/effacements")).Status);
        Assert.StartsWith("/connexion", (await site.Visit().Open("/admin/effacements")).Address, StringComparison.Ordinal);
    }

    /// <summary>What the page says, by kind.</summary>
    internal static Dictionary<string, int> Told(Testing.Visitor visitor) =>
        visitor.Page.QuerySelectorAll("main tbody tr").ToDictionary(r => r.QuerySelector("th")!.TextContent.Trim(), r => int.Parse(new string([.. r.QuerySelectorAll("td")[1].TextContent.Where(char.IsAsciiDigit)]), System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
