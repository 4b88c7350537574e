using System.Text.Json;
using Beffroi.Eva.Entry;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Eva.Tests.Figures;

/// <summary>Row 47: how much structures use Eva, over twelve whole months.</summary>
public sealed class UseFiguresTests
{
    // The tests begin on 23 November 2026: the months go from 1 November 2025 to 31 October 2026, in Paris.
    static readonly DateTimeOffset First = new(2025, 10, 31, 23, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset After = new(2026, 10, 31, 23, 0, 0, TimeSpan.Zero);

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_47_structures_their_evaluations_and_the_median_of_the_last_twelve_whole_months(DbEngine engine)
    {
        await using var site = await SiteUnderTest.Empty(engine);
        // Ten structures with 1 to 10 evaluations; one whose only ones lie just outside.
        for (var structure = 1; structure <= 10; structure++)
        {
            await Plant(site, structure, Enumerable.Range(0, structure).Select(n => n % 2 == 0 ? First : After.AddTicks(-1)));
        }

        await Plant(site, 11, [First.AddTicks(-1), After, After.AddDays(20)]);

        var (structures, evaluations, median) = await Read(site);

        Assert.Equal((10, 10.0), structures);
        Assert.Equal((55, 55.0), evaluations);
        Assert.Equal((10, 5.5), median);
        Assert.Contains("5,5", (await site.Visit().Open("/stats")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_47_nine_structures_are_masked_with_their_median_and_many_evaluations_are_not()
    {
        await using var site = await SiteUnderTest.Empty();
        for (var structure = 1; structure <= 9; structure++)
        {
            await Plant(site, structure, [First, First.AddDays(30)]);
        }

        var (structures, evaluations, median) = await Read(site);

        Assert.Equal(((int?)null, (double?)null), structures);
        Assert.Equal((18, 18.0), evaluations);
        Assert.Equal(((int?)null, (double?)null), median);
    }

    [Fact]
    public async Task Row_47_one_more_person_changes_nothing_before_the_month_has_turned()
    {
        await using var site = await SiteUnderTest.Empty();
        for (var structure = 1; structure <= 10; structure++)
        {
            await Plant(site, structure, [First]);
        }

        // Past the page, which is kept for an hour.
        var before = await Counted(site);
        await Plant(site, 12, [site.Clock.GetUtcNow()]);
        site.Clock.Advance(TimeSpan.FromHours(2));

        Assert.Equal(before, await Counted(site));
        site.Clock.Advance(TimeSpan.FromDays(10));
        Assert.NotEqual(before, await Counted(site));
    }

    static async Task<string> Counted(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        var figures = await scope.ServiceProvider.GetServices<IPublicFigures>().Single(f => f.Order == 10).Read(TestContext.Current.CancellationToken);
        return string.Join(' ', figures.Where(f => f.Name.EndsWith("_12_mois", StringComparison.Ordinal)).Select(f => $"{f.Name} {f.N} {f.Value}"));
    }

    static async Task<((int?, double?) Structures, (int?, double?) Evaluations, (int?, double?) Median)> Read(SiteUnderTest site)
    {
        using var json = JsonDocument.Parse(await site.Visit().Http.GetStreamAsync(new Uri("/stats.json", UriKind.Relative), TestContext.Current.CancellationToken));
        var lines = json.RootElement.GetProperty("indicateurs").EnumerateArray().ToDictionary(
            line => line.GetProperty("nom").GetString()!,
            line => (line.GetProperty("n").ValueKind is JsonValueKind.Null ? (int?)null : line.GetProperty("n").GetInt32(), line.GetProperty("valeur").ValueKind is JsonValueKind.Null ? (double?)null : line.GetProperty("valeur").GetDouble()),
            StringComparer.Ordinal);
        return (lines["eva_structures_actives_12_mois"], lines["eva_evaluations_12_mois"], lines["eva_evaluations_par_structure_12_mois"]);
    }

    static Task Plant(SiteUnderTest site, int number, IEnumerable<DateTimeOffset> finished)
    {
        var campaign = new Campaign
        {
            Id = Guid.NewGuid(), Label = $"{number}", Code = $"USE{number:00000}", StructureId = Guid.NewGuid(), AuthorId = Guid.NewGuid(), CreatedAt = SiteUnderTest.Start,
            Parcours = Parcours.Complet, Situations = [], WithWriting = false, IsPrivate = false,
        };
        return site.Given([campaign, .. finished.Select(at =>
        {
            var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = "Awa", Code = $"{Guid.NewGuid():N}"[..12], CreatedAt = at };
            var evaluation = new Evaluation
            {
                Id = Guid.NewGuid(), CampaignId = campaign.Id, Campaign = campaign, BeneficiaryId = person.Id, Beneficiary = person, StartedAt = at, ConsentedAt = at, ConsentVersion = ConsentText.Version, TokenHash = [],
            };
            // A campaign without situations is finished at once.
            evaluation.FinishWhenDone(at);
            return evaluation;
        })]);
    }
}
