using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Site.Tests;

/// <summary>What modules count of themselves each month, for the indicators of impact.</summary>
public sealed class CountedFiguresTests
{
    static readonly DateOnly First = new(2026, 9, 1), Last = new(2026, 11, 1);

    [Theory, ClassData(typeof(Engines))]
    public async Task Each_module_tells_its_figures_month_by_month_under_names_of_its_own(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Furnish();
        await using var scope = site.Scope();
        var sources = scope.ServiceProvider.GetServices<ICountedFigures>().ToList();

        Assert.Equal(6, sources.Count);
        Assert.Empty(sources.SelectMany(s => s.Offers).GroupBy(o => o.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var counted = await source.Read(First, Last, TestContext.Current.CancellationToken);
            Assert.All(counted, c => Assert.Contains(c.Name, source.Offers.Select(o => o.Name)));
            Assert.All(counted, c => Assert.InRange(c.Month, First, Last));
            Assert.Empty(counted.GroupBy(c => (c.Name, c.Month)).Where(g => g.Count() > 1).Select(g => g.Key));
            Assert.All(counted, c => Assert.True(c.N >= 0 && double.IsFinite(c.Value) && (c.Part is null || c.Part <= c.N), c.Name));
            told.UnionWith(counted.Where(c => c.N > 0).Select(c => c.Name));
        }

        // The world plays, talks, reads and watches in November.
        Assert.Superset(new HashSet<string>(["eva_personnes", "manipulations_mois", "reutilisations_mois", "annonces_lues_mois"], StringComparer.Ordinal), told);
    }
}
